"""Good files with something broken in them, the same for the same seed."""

import random
from pathlib import Path

from tests.corpus.harmful_workbooks import WHOLE
from tests.corpus.workbooks import SHEET, STRINGS, STYLES, TYPES, packed, parts

FILES = Path(__file__).parent / "files"
_INSERTED = (
    b"\0",
    b"\xff\xfe",
    b'"',
    b"\x1b$B",
    b"<!DOCTYPE a>",
    b"PK\x01\x02",
    b"&a;",
)
_XML_PARTS = (SHEET, STRINGS, STYLES, TYPES, "xl/workbook.xml", "_rels/.rels")


def broken_file(seed: int) -> tuple[str, bytes]:
    """A file name and a content in which a few bytes are wrong."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return "a.xlsx", _broken_inside(chance)
    path = chance.choice(sorted(FILES.iterdir()))
    content = chance.choice([path.read_bytes(), path.read_bytes(), WHOLE])
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_WAYS)(chance, content)
    return chance.choice([path.name, "a.csv", "a.xlsx", "a.xlsm", ""]), content


def _broken_inside(chance) -> bytes:
    """A zip file in order, but what is packed in it is broken."""
    members = {
        name: text.encode()
        for name, text in parts(
            '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>1</f></c></row>',
            formats=("0.0%", "ge.m.d"),
            strings="<si><t>実績</t><rPh sb='0' eb='2'><t>ジッセキ</t></rPh></si>",
            after_rows='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        ).items()
    }
    name = chance.choice(_XML_PARTS)
    members[name] = chance.choice(_WAYS)(chance, members[name])
    return packed(members)


def _flipped(chance, content):
    data = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(chance, content):
    return content[: chance.randint(0, len(content))]


def _inserted(chance, content):
    place = chance.randint(0, len(content))
    return content[:place] + chance.choice(_INSERTED) + content[place:]


def _repeated(chance, content):
    start = chance.randint(0, len(content))
    piece = content[start : start + chance.randint(1, 200)]
    return content[:start] + piece * chance.randint(2, 50) + content[start:]


def _digit_changed(chance, content):
    places = [place for place, byte in enumerate(content) if chr(byte).isdigit()]
    if not places:
        return content
    place = chance.choice(places)
    number = chance.choice([b"-1", b"99999999999", b"1e999", b"NaN", b"x", b""])
    return content[:place] + number + content[place + 1 :]


_WAYS = (_flipped, _cut, _inserted, _repeated, _digit_changed)
