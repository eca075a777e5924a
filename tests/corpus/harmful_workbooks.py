"""Files made to harm, or damaged on their way, and the words they are refused in."""

import zipfile

from tests.corpus.workbooks import (
    BOOK,
    MAIN,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    packed,
    parts,
    workbook,
)

DAMAGED, TOO_LARGE = "壊れて", "大きすぎます"
_MEGABYTE = 1024 * 1024


def changed(**changes) -> bytes:
    """A workbook some of whose parts are other ones; None takes a part away."""
    names = {"types": TYPES, "book": BOOK, "sheet": SHEET, "strings": STRINGS}
    names |= {"styles": STYLES, "links": "xl/_rels/workbook.xml.rels"}
    members = parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    for key, content in changes.items():
        members[names[key]] = content
    return packed({name: content for name, content in members.items() if content})


def with_member(name, content=b"") -> bytes:
    return packed(parts() | {name: content})


def a_sheet(inside) -> str:
    return f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'


def doctype(entities, reference) -> bytes:
    return changed(
        sheet=f"<!DOCTYPE a [{entities}]><worksheet><sheetData><row><c t='str'>"
        f"<v>{reference}</v></c></row></sheetData></worksheet>"
    )


def lying(content, field, value) -> bytes:
    """A field of each central directory entry (its place, 4 bytes) says otherwise."""
    data, at = bytearray(content), 0
    while (at := data.find(b"PK\x01\x02", at)) != -1:
        data[at + field : at + field + 4] = value.to_bytes(4, "little")
        at += 4
    return bytes(data)


def flagged(flag) -> bytes:
    """An entry of the directory with a flag set: 1 says that it is encrypted."""
    data = bytearray(workbook())
    data[data.find(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


def row(cells) -> str:
    return a_sheet(f"<sheetData>{cells}</sheetData>")


def laughs():
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">'
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return doctype(entities, "&i;")


WHOLE = workbook('<c r="A1"><v>1</v></c>')

HARMFUL = {
    "a zip bomb": (
        lambda: with_member("xl/media/a", b"0" * 300 * _MEGABYTE),
        TOO_LARGE,
    ),
    "a sheet packed 1 to 1000": (
        lambda: changed(sheet=row("<!--" + " " * 20 * _MEGABYTE + "-->")),
        TOO_LARGE,
    ),
    "sizes that lie small": (lambda: lying(WHOLE, 24, 3), DAMAGED),
    "sizes that lie large": (lambda: lying(WHOLE, 24, 2**31), TOO_LARGE),
    "places that lie": (lambda: lying(WHOLE, 42, 7), DAMAGED),
    "checksums that lie": (lambda: lying(WHOLE, 16, 7), DAMAGED),
    "ten thousand parts": (
        lambda: packed(parts() | {f"xl/{n}": b"" for n in range(10_000)}),
        TOO_LARGE,
    ),
    "packed with LZMA": (lambda: packed(parts(), zipfile.ZIP_LZMA), DAMAGED),
    "packed with bzip2": (lambda: packed(parts(), zipfile.ZIP_BZIP2), DAMAGED),
    "a password on the zip": (lambda: flagged(1), "パスワード"),
    "a workbook in a zip": (lambda: packed({"a.xlsx": WHOLE}), "圧縮された"),
    "an empty zip": (lambda: packed({}), "圧縮された"),
    "a billion laughs": (laughs, DAMAGED),
    "an entity from a file": (
        lambda: doctype('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
        DAMAGED,
    ),
    "an entity from the net": (
        lambda: doctype('<!ENTITY % a SYSTEM "http://example.jp/"> %a;', "x"),
        DAMAGED,
    ),
    "a DTD without entities": (lambda: doctype("", "x"), DAMAGED),
    "an unknown entity": (lambda: changed(sheet=row("<row>&a;</row>")), DAMAGED),
    "macros": (lambda: with_member("xl/vbaProject.bin"), "マクロ"),
    "macros of Excel 4": (lambda: with_member("xl/macrosheets/a.xml"), "マクロ"),
    "macros by name alone": (
        lambda: changed(types='<Types a="x.sheet.macroEnabled.main+xml"/>'),
        "マクロ",
    ),
    "a binary workbook": (lambda: with_member("xl/workbook.bin"), ".xlsb"),
    "a Word document": (
        lambda: packed({TYPES: "<Types/>", "word/document.xml": "<a/>"}),
        "Word",
    ),
    "no list of parts": (lambda: changed(types=None), "圧縮された"),
    "no workbook part": (lambda: changed(book=None), DAMAGED),
    "no links": (lambda: changed(links=None), DAMAGED),
    "no sheet part": (lambda: changed(sheet=None), DAMAGED),
    "no sheets": (
        lambda: changed(book=f'<workbook xmlns="{MAIN}"/>'),
        "シートがありません",
    ),
    "a sheet without a link": (
        lambda: changed(book='<workbook><sheets><sheet name="a"/></sheets></workbook>'),
        DAMAGED,
    ),
    "a thousand sheets": (
        lambda: changed(
            book='<workbook xmlns:r="r">'
            + '<sheet name="a" r:id="rId1"/>' * 1000
            + "</workbook>"
        ),
        "シートが多すぎます",
    ),
    "half an element": (lambda: changed(sheet="<worksheet><sheetData>"), DAMAGED),
    "no XML": (lambda: changed(sheet="実績"), DAMAGED),
    "an unknown encoding": (
        lambda: changed(sheet='<?xml version="1.0" encoding="x-mac"?><a/>'),
        DAMAGED,
    ),
    "NUL in XML": (lambda: changed(sheet=row("<row>\0</row>")), DAMAGED),
    "a text that is not there": (
        lambda: workbook('<c r="A1" t="s"><v>7</v></c>'),
        DAMAGED,
    ),
    "a text number that is none": (
        lambda: workbook('<c r="A1" t="s"><v>x</v></c>'),
        DAMAGED,
    ),
    "a style number that is none": (
        lambda: workbook('<c r="A1" s="x"><v>1</v></c>'),
        DAMAGED,
    ),
    "a place that is none": (lambda: workbook('<c r="1A"><v>1</v></c>'), DAMAGED),
    "a row that is none": (
        lambda: changed(sheet=row('<row r="x"><c><v>1</v></c></row>')),
        DAMAGED,
    ),
    "a row below the first": (
        lambda: changed(sheet=row('<row r="-5"><c><v>1</v></c></row>')),
        DAMAGED,
    ),
    "a format number that is none": (
        lambda: changed(
            styles='<styleSheet><numFmt numFmtId="x" formatCode="0"/></styleSheet>'
        ),
        DAMAGED,
    ),
    "a merged area that is none": (
        lambda: workbook(after_rows='<mergeCell ref="A1:?"/>'),
        DAMAGED,
    ),
    "merged areas over each other": (
        lambda: workbook(after_rows='<mergeCell ref="A1:XFD1048576"/>' * 11),
        DAMAGED,
    ),
    "a value in row 100,001": (
        lambda: changed(sheet=row('<row r="100001"><c><v>1</v></c></row>')),
        "行が多すぎます",
    ),
    "a value in the last row of Excel": (
        lambda: workbook('<c r="A1048576"><v>1</v></c>'),
        "行が多すぎます",
    ),
    "a value in column 201": (
        lambda: workbook('<c r="GS1"><v>1</v></c>'),
        "列が多すぎます",
    ),
    "a million columns": (
        lambda: workbook("<c><v>1</v></c>" * 201 + "<c/>" * 1_000_000),
        TOO_LARGE,
    ),
    "NUL in a text": (
        lambda: workbook('<c r="B1" t="str"><v>a_x0000_</v></c>'),
        "シートのB1に、目に見えない文字",
    ),
    "half a character in a text": (
        lambda: workbook('<c t="inlineStr"><is><t>_xD83D_</t></is></c>'),
        "目に見えない文字",
    ),
    "20 MB and more": (lambda: WHOLE + b"\0" * 20 * _MEGABYTE, TOO_LARGE),
    "100 MB of commas": (lambda: b"," * 100 * _MEGABYTE, TOO_LARGE),
    "a million columns of CSV": (lambda: b"," * 1_000_000, "列が多すぎます"),
    "a million rows of CSV": (lambda: b"1\n" * 1_000_000, "行が多すぎます"),
    "a cell of a million characters": (lambda: b"1" * 1_000_000, "長すぎるセル"),
    "a million cells and more": (
        lambda: (b"1," * 150 + b"\n") * 7_000,
        "セルが多すぎます",
    ),
}
