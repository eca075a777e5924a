"""Workbooks that are unlike most and yet in order, and the rows they are read as."""

from tests.corpus.workbooks import (
    BOOK,
    MAIN,
    SHEET,
    STRINGS,
    STYLES,
    packed,
    parts,
    workbook,
)

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
# As Excel keeps a word typed with an input method: its reading stands beside it.
FURIGANA = (
    "<si><t>実績値</t><rPh sb='0' eb='3'><t>ジッセキチ</t></rPh>"
    "<phoneticPr fontId='1'/></si>"
)
RICH = (
    "<si><r><t>目</t></r><r><rPr><b/></rPr><t xml:space='preserve'>標 </t></r>"
    "<rPh sb='0' eb='1'><t>モク</t></rPh></si>"
)


def with_parts(rows=ONE, replaced=None, **options) -> bytes:
    return packed({**parts(rows, **options), **(replaced or {})})


def renamed(change) -> bytes:
    return packed({change(name): content for name, content in parts(ONE).items()})


def without(*names) -> bytes:
    return packed({n: content for n, content in parts(ONE).items() if n not in names})


def with_prefix() -> bytes:
    """Elements with a prefix, as libraries of other languages write them."""
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1">'
        "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    return with_parts(replaced={SHEET: sheet})


def in_utf_16() -> bytes:
    text = parts(ONE)[SHEET]
    sheet = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")
    return with_parts(replaced={SHEET: sheet})


def formatted_rows(count, cells) -> str:
    return "".join(
        f'<row r="{row}" s="1" customFormat="1">'
        + "".join(f'<c r="{column}{row}" s="1"/>' for column in "ABCDE"[:cells])
        + "</row>"
        for row in range(2, count + 2)
    )


def linked(target) -> bytes:
    name = "xl/_rels/workbook.xml.rels"
    links = parts()[name].replace("worksheets/sheet1.xml", target)
    return with_parts(replaced={name: links})


def strict() -> bytes:
    """ISO's strict form names everything by other addresses."""
    return packed(
        {
            name: content.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml")
            for name, content in parts(ONE).items()
        }
    )


def shared(strings, *cells) -> bytes:
    row = "".join(f'<c t="s"><v>{number}</v></c>' for number in cells)
    return workbook(row, strings=strings)


def inline(inside) -> bytes:
    return workbook(f'<c r="A1" t="inlineStr"><is>{inside}</is></c>')


ROW_2 = f'{ONE}<row r="2"><c r="B2"><v>2</v></c></row>'

UNUSUAL = {
    "furigana": (lambda: shared(FURIGANA, 0), [("実績値",)]),
    "furigana beside rich text": (lambda: shared(RICH, 0), [("目標 ",)]),
    "furigana in the cell itself": (
        lambda: inline("<t>氏名</t><rPh sb='0' eb='2'><t>シメイ</t></rPh>"),
        [("氏名",)],
    ),
    "rich text in the cell itself": (
        lambda: inline("<r><t>令和</t></r><r><t>7</t></r>"),
        [("令和7",)],
    ),
    "an empty shared text": (
        lambda: shared("<si/><si><t>a</t></si>", 0, 1),
        [("", "a")],
    ),
    "shared texts in any order": (
        lambda: shared("<si><t>a</t></si><si><t>b</t></si>", 1, 0, 1),
        [("b", "a", "b")],
    ),
    "a code with zeros as text": (lambda: shared("<si><t>001</t></si>", 0), [("001",)]),
    "a guarded text": (lambda: shared("<si><t>'=1</t></si>", 0), [("=1",)]),
    "a carriage return": (lambda: inline("<t>a_x000D_\nb</t>"), [("a\r\nb",)]),
    "characters written as references": (
        lambda: inline("<t>&#x5B9F;&#32318;&amp;&lt;</t>"),
        [("実績&<",)],
    ),
    "CDATA": (lambda: inline("<t><![CDATA[<a>]]></t>"), [("<a>",)]),
    "no references of cells": (
        lambda: workbook("<c><v>1</v></c><c/><c><v>3</v></c>"),
        [("1", "", "3")],
    ),
    "no references of rows": (
        lambda: with_parts("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"),
        [("1",), ("2",)],
    ),
    "rows left out": (
        lambda: with_parts(f'{ONE}<row r="4"><c r="A4"><v>4</v></c></row>'),
        [("1",), ("",), ("",), ("4",)],
    ),
    "rows in disorder": (
        lambda: with_parts(f'<row r="2"><c r="A2"><v>2</v></c></row>{ONE}'),
        [("1",), ("2",)],
    ),
    "cells in disorder": (
        lambda: workbook('<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>'),
        [("1", "2")],
    ),
    "a table that starts at C3": (
        lambda: with_parts('<row r="3"><c r="C3"><v>1</v></c></row>'),
        [("", "", "")] * 2 + [("", "", "1")],
    ),
    "a dimension that lies": (
        lambda: with_parts(
            replaced={
                SHEET: parts(ROW_2)[SHEET].replace(
                    "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
                )
            }
        ),
        [("1", ""), ("", "2")],
    ),
    "a dimension of one cell": (
        lambda: with_parts(
            replaced={
                SHEET: parts(ROW_2)[SHEET].replace(
                    "<sheetData>", '<dimension ref="A1"/><sheetData>'
                )
            }
        ),
        [("1", ""), ("", "2")],
    ),
    "half a million formatted rows": (
        lambda: with_parts(ONE + formatted_rows(500_000, 0)),
        [("1",)],
    ),
    "formatted cells to the end": (
        lambda: with_parts(ONE + formatted_rows(100_000, 5)),
        [("1",)],
    ),
    "formatted cells of every column": (
        lambda: workbook('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>'),
        [("1",)],
    ),
    "the last row and column that are read": (
        lambda: workbook('<c r="GR100000"><v>1</v></c>'),
        [("",) * 200] * 99_999 + [("",) * 199 + ("1",)],
    ),
    "no rows": (workbook, []),
    "merged cells that keep their values": (
        lambda: workbook(
            '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>',
            after_rows='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        ),
        [("1", "", "3")],
    ),
    "merged cells over the whole sheet": (
        lambda: with_parts(ROW_2, after_rows='<mergeCell ref="A1:XFD1048576"/>'),
        [("1",), ("",)],
    ),
    "a merged area of one cell": (
        lambda: workbook('<c r="A1"><v>1</v></c>', after_rows='<mergeCell ref="A1"/>'),
        [("1",)],
    ),
    "names in capitals": (lambda: renamed(str.upper), [("1",)]),
    "names with backslashes": (
        lambda: renamed(lambda n: n.replace("/", "\\")),
        [("1",)],
    ),
    "links from the root": (lambda: linked("/xl/worksheets/sheet1.xml"), [("1",)]),
    "links by detours": (lambda: linked("../xl/./worksheets/sheet1.xml"), [("1",)]),
    "no styles": (lambda: without(STYLES), [("1",)]),
    "no shared texts": (lambda: without(STRINGS), [("1",)]),
    "prefixes": (with_prefix, [("1",)]),
    "XML in UTF-16": (in_utf_16, [("1",)]),
    "the strict form": (strict, [("1",)]),
    "a style that is not there": (lambda: workbook('<c s="9"><v>1</v></c>'), [("1",)]),
    "dates from 1904": (
        lambda: workbook(
            '<c s="1"><v>44650</v></c>',
            formats=("14",),
            book_options='<workbookPr date1904="1"/>',
        ),
        [("2026-03-31",)],
    ),
    "dates from 1904 said in words": (
        lambda: workbook(
            '<c s="1"><v>44650</v></c>',
            formats=("14",),
            book_options='<workbookPr date1904="true"/>',
        ),
        [("2026-03-31",)],
    ),
    "a shared formula": (
        lambda: workbook('<c><f t="shared" si="0"/><v>5</v></c>'),
        [("5",)],
    ),
    "texts beside the cells": (
        lambda: workbook(
            "<c><v>1</v></c>",
            after_rows="<headerFooter><oddHeader>表</oddHeader></headerFooter>",
        ),
        [("1",)],
    ),
    "bytes before the zip": (
        lambda: b"PK\x03\x04" + workbook("<c><v>1</v></c>"),
        [("1",)],
    ),
    "the book in another folder": (
        lambda: packed(
            {
                name.replace("xl/", "a/b/"): text.replace(BOOK, "a/b/workbook.xml")
                for name, text in parts(ONE).items()
            }
        ),
        [("1",)],
    ),
}
