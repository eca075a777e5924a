"""Zip files that are no plain workbook, each with what to do instead."""

from plans.tables.values import FileError
from plans.tables.workbook.archive import Archive

_SAVE_AGAIN = "「Excelブック（.xlsx）」として保存し直してください。"
_OTHERS = (
    (
        ("xl/vbaproject.bin", "xl/macrosheets/"),
        f"マクロの付いたファイル（.xlsm）は受け付けません。{_SAVE_AGAIN}",
    ),
    (("xl/workbook.bin",), f"Excelバイナリブック（.xlsb）は読めません。{_SAVE_AGAIN}"),
    (("mimetype",), f"LibreOfficeなどの形式（.ods）は読めません。{_SAVE_AGAIN}"),
    (
        ("word/", "ppt/"),
        "WordやPowerPointのファイルです。ExcelかCSVのファイルを選んでください。",
    ),
)


def refuse_other_kinds(archive: Archive) -> None:
    names = archive.names()
    for starts, sentence in _OTHERS:
        if any(name.startswith(starts) for name in names):
            raise FileError(sentence)
    if "[Content_Types].xml" not in archive:
        raise FileError(
            "圧縮されたファイルです。中にあるExcelかCSVのファイルを選んでください。"
        )
    # A workbook that is called with macros may still lack the part that holds them.
    if b"macroEnabled" in b"".join(archive.chunks("[Content_Types].xml")):
        raise FileError(_OTHERS[0][1])
