"""Makes the files of the corpus that LibreOffice and openpyxl write.

The files are kept in the repository, so that no test needs LibreOffice. To make them
again, with LibreOffice Calc, its Python bridge (python3-uno) and openpyxl installed:

    PYTHONPATH=. python3 -m tests.corpus.make_files
"""

import uno
from com.sun.star.beans import NamedValue
from com.sun.star.lang import Locale
from com.sun.star.util import Date

from tests.corpus.libre_office import FILES, hidden, new, started, store
from tests.corpus.openpyxl_files import OPENPYXL_FILES
from tests.corpus.portal_files import ADMIN_FILES, PORTAL_FILES

# Numbers of encodings in LibreOffice's CSV filter.
UTF_8, UTF_16, CP932, EUC_JP, ISO_2022_JP = 76, 65535, 60, 69, 72
CSV = "Text - txt - csv (StarCalc)"
COMMA, TAB, SEMICOLON = 44, 9, 59


def main():
    with started() as office:
        make_all(office)


def make_all(office):
    for name, content in (OPENPYXL_FILES | PORTAL_FILES).items():
        (FILES / name).write_bytes(content())
    for fill, stem in (
        (an_office_sheet, "lo-office"),
        (a_hidden_sheet, "lo-hidden"),
        (formatted_rows, "lo-formatted-rows"),
        (merged_cells, "lo-merged"),
        (dates_from_1904, "lo-1904"),
    ):
        document = new(office)
        fill(document)
        store(document, f"{stem}.xlsx", "Calc MS Excel 2007 XML")
        document.close(True)
    other_formats(office)
    csv_files(office)
    saved_again(office)


def texts(sheet, rows):
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.getCellByPosition(column, row).setString(text)


def number(document, cell, value, code):
    """A number in a format; codes are as in Japanese Excel."""
    formats, locale = document.getNumberFormats(), Locale("ja", "JP", "")
    cell.setValue(float(value))
    if code == "General":
        return
    key = formats.queryKey(code, locale, True)
    cell.NumberFormat = key if key != -1 else formats.addNew(code, locale)


def an_office_sheet(document):
    """What one office sheet may hold: codes, amounts, formulas, dates, errors."""
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "実績"
    texts(sheet, [["コード", "実績値", "注記"], ["001", "", "文字の001"]])
    numbers = [
        (940, "0", "整数"),
        (12345678901, "0", "11けた"),
        (0.1 + 0.2, "General", "端数"),
        (0.302, "0.0%", "割合"),
        (0.07, "0%", "割合の整数"),
        (1234567.5, "#,##0.0", "けた区切り"),
        (-5, "#,##0;▲#,##0", "三角"),
        (46112, "YYYY-MM-DD", "日付"),
        (46112, 'GGGE"年"M"月"D"日"', "和暦の日付"),
        (46112.5625, "YYYY/M/D H:MM", "日時"),
        (0.5, "HH:MM", "時刻"),
        (8, '0"年度"', "年度の書式"),
        (0.000001, "0.00E+00", "指数の書式"),
        (1e21, "General", "とても大きい数"),
    ]
    for row, (value, code, note) in enumerate(numbers, start=2):
        number(document, sheet.getCellByPosition(1, row), value, code)
        sheet.getCellByPosition(2, row).setString(note)
    formulas = [
        "=B3*2",
        '=""',
        '="集"&"計中"',
        "=1/0",
        "=1=1",
        '="令和"&7',
        "=ROUND(2.5;0)",
    ]
    for row, formula in enumerate(formulas, start=16):
        sheet.getCellByPosition(1, row).setFormula(formula)
        sheet.getCellByPosition(2, row).setString(f"計算式{row - 15}")
    texts_below = ["△5", "集計中", "５，９２８人", "改行の\n前と後", "=A1", " 空白 "]
    for row, text in enumerate(texts_below, start=23):
        sheet.getCellByPosition(1, row).setString(text)


def a_hidden_sheet(document):
    sheets = document.Sheets
    sheets.getByIndex(0).Name = "実績"
    texts(sheets.getByIndex(0), [["コード", "実績値"], ["1-1", "940"], ["1-2", "5"]])
    sheets.insertNewByName("去年の分", 1)
    texts(sheets.getByName("去年の分"), [["コード", "実績値"], ["1-1", "904"]])
    sheets.getByName("去年の分").IsVisible = False
    # A filtered row is out of sight, yet it is a row like others.
    sheets.getByIndex(0).Rows.getByIndex(1).IsVisible = False


def formatted_rows(document):
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "実績"
    texts(sheet, [["コード", "実績値"], ["1-1", "940"]])
    sheet.getCellRangeByName("A1:Z20000").CellBackColor = 0xFFFF99
    sheet.Columns.getByIndex(2).CellBackColor = 0xCCFFCC


def merged_cells(document):
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "実績"
    texts(
        sheet,
        [
            ["令和7年度 実績報告", "", ""],
            ["コード", "値", "隠れた値"],
            ["1-1", "940", "5"],
            ["", "950", ""],
        ],
    )
    for area in ("A1:C1", "B2:C2", "A3:A4"):
        sheet.getCellRangeByName(area).merge(True)


def dates_from_1904(document):
    document.NullDate = Date(1, 1, 1904)
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "実績"
    number(document, sheet.getCellByPosition(0, 0), 44650, "YYYY-MM-DD")


def other_formats(office):
    document = new(office)
    an_office_sheet(document)
    secret = (
        NamedValue(Name="CryptoType", Value="Standard"),
        NamedValue(Name="OOXPassword", Value="himitsu"),
    )
    password = uno.Any("[]com.sun.star.beans.NamedValue", secret)
    kind = "Calc MS Excel 2007 XML"
    store(document, "lo-password.xlsx", kind, EncryptionData=password)
    for name, kind in (
        ("lo.ods", "calc8"),
        ("lo.fods", "OpenDocument Spreadsheet Flat XML"),
        ("lo-95.xls", "MS Excel 97"),
        ("lo-2003.xml", "MS Excel 2003 XML"),
        ("lo-macro.xlsm", "Calc MS Excel 2007 VBA XML"),
        ("lo-page.html", "HTML (StarCalc)"),
        ("lo-template.xltx", "Calc MS Excel 2007 XML Template"),
        ("lo.dif", "DIF"),
        ("lo.slk", "SYLK"),
    ):
        store(document, name, kind)
    document.close(True)


def csv_files(office):
    document = new(office)
    sheet = document.Sheets.getByIndex(0)
    texts(
        sheet,
        [
            ["コード", "実績値", "注記"],
            ["001", "９４０人", "改行の\n前と後"],
            ["1-2", "△5", "「,」と「;」"],
            ["1-3", "集計中", '引用符"です'],
            ["1-4", "", "髙﨑①㈱～－"],
        ],
    )
    for name, delimiter, encoding in (
        ("lo-utf-8.csv", COMMA, UTF_8),
        ("lo-cp932.csv", COMMA, CP932),
        ("lo-utf-16.csv", COMMA, UTF_16),
        ("lo-utf-16-tab.txt", TAB, UTF_16),
        ("lo-euc-jp.csv", COMMA, EUC_JP),
        ("lo-iso-2022-jp.csv", COMMA, ISO_2022_JP),
        ("lo-tab.tsv", TAB, UTF_8),
        ("lo-tab-cp932.txt", TAB, CP932),
        ("lo-semicolon.csv", SEMICOLON, UTF_8),
    ):
        options = f"{delimiter},34,{encoding},1,,0,false,true,false"
        store(document, name, CSV, FilterOptions=options)
    options = f"{COMMA},34,{UTF_8},1,,0,true,true,false"
    store(document, "lo-all-quoted.csv", CSV, FilterOptions=options)
    document.close(True)


def saved_again(office):
    """Our own files, opened in LibreOffice and saved: nothing may have been run."""
    for name in (*PORTAL_FILES, *ADMIN_FILES):
        options = {}
        if name.endswith(".csv"):
            encoding = CP932 if "cp932" in name else UTF_8
            # Formulas are evaluated as when somebody opens the file by hand.
            options = {
                "FilterName": CSV,
                "FilterOptions": f"{COMMA},34,{encoding},1,,0,false,true,false,,,,true",
            }
        document = office.loadComponentFromURL(
            (FILES / name).as_uri(), "_blank", 0, hidden(**options)
        )
        stem = f"lo-saved-{name.replace('.', '-')}"
        store(document, f"{stem}.xlsx", "Calc MS Excel 2007 XML")
        options = f"{COMMA},34,{UTF_8},1,,0,false,true,false"
        store(document, f"{stem}.csv", CSV, FilterOptions=options)
        document.close(True)


if __name__ == "__main__":
    main()
