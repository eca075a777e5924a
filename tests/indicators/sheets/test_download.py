"""What is downloaded holds what is stored, and reads back as no change."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from tests import staff_records
from tests.indicators.sheets.office import csv_file, upload, words_of
from tests.queries import queries_of
from tests.value_records import an_observation


def downloaded(client, office, **query):
    return client.get(reverse("sheet-download", args=[office.round.pk]), query)


def sheet_of(answer, name="実績"):
    book = load_workbook(io.BytesIO(answer.content))
    rows = list(book[name].values)
    return book, [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_a_row_says_what_is_asked_and_what_is_stored(office, clerk):
    an_observation(
        target=office.targets[0], value=940, raw="９４０人", provisional=True
    )

    book, rows = sheet_of(downloaded(clerk, office))

    row = rows[0]
    assert book.sheetnames == ["実績", "使い方"]
    assert row["コード"] == office.code(0)
    assert (row["年度"], row["単位"], row["担当課"]) == ("R7", "人／年", "福祉課")
    assert (row["今年度の目安"], row["目標"]) == ("960", "1,100人／年")
    assert (row["実績値"], row["速報"], row["状態"]) == ("９４０人", "はい", "下書き")
    assert "公開した値を直す理由" not in row


def test_codes_are_locked_and_values_are_free(office, clerk):
    book, _ = sheet_of(downloaded(clerk, office))

    page = book["実績"]
    headings = {cell.value: cell.column_letter for cell in page[1]}
    assert page.protection.sheet
    assert page[f"{headings['コード']}2"].protection.locked
    assert not page[f"{headings['実績値']}2"].protection.locked


@pytest.mark.parametrize(
    "query",
    [
        {"format": "xlsx"},
        {"format": "csv", "kind": "figures"},
        {"format": "cp932", "kind": "figures"},
    ],
    ids=["xlsx", "UTF-8", "CP932"],
)
def test_a_sheet_that_was_not_touched_changes_nothing(office, clerk, query):
    an_observation(
        target=office.targets[0],
        value=940,
        raw="９４０−",
        note="前年 — 今年",
        reason="=1+1",
    )
    an_observation(target=office.targets[1], value=None, value_state="collecting")
    answer = downloaded(clerk, office, **query)
    name = "R7.xlsx" if query["format"] == "xlsx" else "R7.csv"

    page = upload(clerk, office, SimpleUploadedFile(name, answer.content))

    assert "2 変更なし" in words_of(page)
    assert "変わるところはありません" in words_of(page)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_stored_text_runs_as_a_formula(office, clerk, start):
    an_observation(target=office.targets[0], note=f"{start}cmd|'/c calc'!A1")

    content = downloaded(clerk, office, format="csv", kind="figures").content.decode()

    assert f"'{start}cmd" in content


def test_reviews_have_a_sheet_of_their_own_where_they_are_asked(office, clerk):
    office.add_review()

    book, rows = sheet_of(downloaded(clerk, office), "評価")

    assert book.sheetnames == ["実績", "評価", "使い方"]
    assert rows[0]["コード"].endswith(f"/initiatives/{office.initiative.code}")


def test_the_planning_section_downloads_one_department_or_all(office):
    other = staff_records.a_department(office.department.publisher, name="子ども課")
    office.add_target(other)
    planner = staff_records.client_of(office.planner)

    _, every = sheet_of(downloaded(planner, office))
    _, one = sheet_of(downloaded(planner, office, department=other.pk))

    assert [row["担当課"] for row in every] == ["福祉課", "福祉課", "子ども課"]
    assert [row["担当課"] for row in one] == ["子ども課"]


def test_pages_take_the_same_few_queries_for_few_rows_and_for_many(office, clerk):
    def counted():
        rows = [office.row(n, "960") for n in range(len(office.targets))]
        page = upload(clerk, office, csv_file(rows))
        preview = queries_of(clerk, page.redirect_chain[0][0])
        file = queries_of(clerk, reverse("sheet-download", args=[office.round.pk]))
        first = queries_of(clerk, reverse("sheet", args=[office.round.pk]))
        return preview, file, first, queries_of(clerk, reverse("import-list"))

    few = counted()
    office.targets += [office.add_target() for _ in range(60)]

    assert counted() == few
    assert max(few) <= 16
