"""Workbooks written part by part, as no program would or as only Excel does."""

import io
import zipfile
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "[Content_Types].xml"
BOOK, SHEET, STRINGS = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/strings.xml"
STYLES = "xl/styles.xml"


def workbook(cells: str = "", **options) -> bytes:
    """A workbook whose only sheet has these cells (XML) in its first row."""
    return packed(parts(f'<row r="1">{cells}</row>' if cells else "", **options))


def parts(
    rows: str = "",
    *,
    formats: tuple[str, ...] = (),
    strings: str = "",
    after_rows: str = "",
    book_options: str = "",
) -> dict[str, str]:
    """The parts by name; style 1 is the first of `formats`, 2 the second."""
    return {
        TYPES: f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _links([("officeDocument", BOOK)]),
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{book_options}'
        '<sheets><sheet name="実績" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "strings.xml"),
                ("styles", "styles.xml"),
            ]
        ),
        SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        f"{after_rows}</worksheet>",
        STRINGS: f'<sst xmlns="{MAIN}">{strings}</sst>',
        STYLES: _styles(formats),
    }


def packed(members: dict[str, str | bytes], packing=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _links(targets):
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _styles(formats):
    """Codes become own formats; numbers are those that Excel knows by itself."""
    codes = [
        (number, code)
        for number, code in enumerate(formats, start=164)
        if not code.isdigit()
    ]
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>'
        for number, code in codes
    )
    ids = [
        int(code) if code.isdigit() else number
        for number, code in enumerate(formats, start=164)
    ]
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in [0, *ids])
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>"
    )
