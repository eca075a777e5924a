"""XML read as a stream, without anything that XML can do beside holding data."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from plans.tables.values import FileError
from plans.tables.workbook.archive import damaged

# Elements that lead to nothing: mostly formatted cells without content.
_MOST_IDLE = 1_200_000
# What one cell or text may be made of.
_ELEMENTS_OF_ONE = 5
_MOST_CHARACTERS = 30_000_000


class Budget:
    """What all parts of one workbook may hold together."""

    def __init__(self):
        self._idle, self._characters = _MOST_IDLE, _MOST_CHARACTERS

    def take_elements(self, count: int) -> None:
        self._idle -= count
        if self._idle < 0:
            raise FileError(
                "書式だけの行や列が多すぎます。"
                "使わない行と列を削除してから保存し直してください。"
            )

    def give_back(self) -> None:
        """For elements that did say something; those have limits of their own."""
        self._idle += _ELEMENTS_OF_ONE

    def take_characters(self, count: int) -> None:
        self._characters -= count
        if self._characters < 0:
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

    count = 0

    def started(name, attributes):
        nonlocal count
        count += 1
        start(_local(name) if ":" in name else name, attributes)

    def ended(name):
        end(_local(name) if ":" in name else name)

    def said(characters):
        budget.take_characters(len(characters))
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
        # Once for each chunk, which is short: asking at each element takes longer.
        budget.take_elements(count)
        count = 0
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
