"""XML read as a stream, without anything that XML can do beside holding data."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from plans.tables.values import FileError
from plans.tables.workbook.archive import damaged

# Formatted cells without content count too: they take as long to read.
_MOST_ELEMENTS = 4_000_000
_MOST_CHARACTERS = 30_000_000


class Budget:
    """What all parts of one workbook may hold together."""

    def __init__(self):
        self.elements, self.characters = _MOST_ELEMENTS, _MOST_CHARACTERS

    def take_element(self) -> None:
        self.elements -= 1
        if self.elements < 0:
            raise FileError(
                "書式だけの行や列が多すぎます。"
                "使わない行と列を削除してから保存し直してください。"
            )

    def take_text(self, text: str) -> None:
        self.characters -= len(text)
        if self.characters < 0:
            raise FileError("文字が多すぎます。ファイルをいくつかに分けてください。")


def parse(
    chunks: Iterable[bytes],
    budget: Budget,
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Calls back for each element, by its name without a prefix, and each text."""

    def started(name, attributes):
        budget.take_element()
        start(_local(name) if ":" in name else name, attributes)

    def ended(name):
        end(_local(name) if ":" in name else name)

    def said(characters):
        budget.take_text(characters)
        text(characters)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = started
    parser.EndElementHandler = ended if end else None
    parser.CharacterDataHandler = said if text else None
    # Workbooks have no DTD; without one there are no entities to expand or to fetch.
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def elements(
    chunks: Iterable[bytes], budget: Budget
) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part that holds no text, each with its attributes."""
    found = []
    parse(
        chunks, budget, start=lambda name, attributes: found.append((name, attributes))
    )
    return iter(found)


def attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by its name without a prefix: "id" for r:id."""
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _local(name):
    return name.rpartition(":")[2]


def _refuse_doctype(*_):
    raise damaged()
