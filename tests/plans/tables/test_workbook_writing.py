"""A workbook to be filled in: what is locked, chosen from, shown and printed."""

import io

from openpyxl import load_workbook

from plans.tables import GENERAL, Column, Sheet, read_tables, write_xlsx

MANY = tuple(f"とても長い名前の選択肢{number}" for number in range(40))
COLUMNS = [
    Column("コード", width=20, is_locked=True, note="変えられません。"),
    Column("実績値", number_format=GENERAL, is_number=True),
    Column("状態", choices=("集計中", "事業終了")),
    Column("担当課", choices=MANY),
    Column("区分", choices=("1,000人以上", "1,000人未満")),
]
ROWS = [["001", 940, "集計中", None, None], ["#N/A", -5, "", None, None]]


def opened(columns=COLUMNS, notes=None):
    content = write_xlsx([Sheet("実績", columns, ROWS, notes or {})])
    return load_workbook(io.BytesIO(content))


def test_only_columns_that_are_not_locked_can_be_typed_into():
    page = opened()["実績"]

    locked = [cell.protection.locked for cell in page[2]]
    assert page.protection.sheet
    assert page.protection.password is None
    assert locked == [True, False, False, False, False]
    # Also where new rows are typed.
    assert not page.column_dimensions["B"].protection.locked


def test_without_a_locked_column_a_sheet_is_free():
    page = opened([Column(name) for name in "abcde"])["実績"]

    assert not page.protection.sheet


def test_texts_are_text_cells_and_numbers_are_numbers():
    page = opened()["実績"]

    assert [(cell.value, cell.data_type) for cell in page["A"][1:]] == [
        ("001", "s"),
        ("#N/A", "s"),
    ]
    assert [cell.value for cell in page["B"][1:]] == [940, -5]
    assert page["A2"].number_format == "@"


def test_choices_are_lists_that_refuse_all_else():
    book = opened()

    rules = {
        str(rule.sqref): (rule.formula1, rule.showErrorMessage)
        for rule in book["実績"].data_validations.dataValidation
    }
    assert rules == {
        "C2:C1048576": ('"集計中,事業終了"', True),
        "D2:D1048576": ("'選択肢'!$A$1:$A$40", True),
        "E2:E1048576": ("'選択肢'!$B$1:$B$2", True),
    }
    assert [cell.value for cell in book["選択肢"]["A"]] == list(MANY)
    assert book["選択肢"].sheet_state == "veryHidden"


def test_the_lists_are_neither_read_nor_spoken_of():
    (table,) = read_tables("a.xlsx", write_xlsx([Sheet("実績", COLUMNS, ROWS)]))

    assert (table.sheet, table.notices) == ("実績", ())


def test_notes_stand_at_headings_and_cells():
    page = opened(notes={(1, 1): "昨年は4人でした。"})["実績"]

    assert page["A1"].comment.text == "変えられません。"
    assert page["B3"].comment.text == "昨年は4人でした。"
    assert page["B3"].protection.locked is False
    assert page["B2"].comment is None


def test_the_sheet_is_printed_on_a4_with_its_headings_on_each_page():
    page = opened()["実績"]

    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_area == "'実績'!$A$1:$E$3"
    assert page.print_options.gridLines
    assert (page.print_title_rows, page.freeze_panes) == ("$1:$1", "A2")
    assert page.column_dimensions["A"].width == 20
