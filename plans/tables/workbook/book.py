"""What a workbook says of itself: its sheets, their parts, its texts and formats."""

from dataclasses import dataclass

from plans.tables.values import FileError, Mark
from plans.tables.workbook.archive import Archive, damaged, path_from
from plans.tables.workbook.choice_lists import CHOICES_SHEET
from plans.tables.workbook.formats import read_formats
from plans.tables.workbook.markup import Budget, attribute, elements
from plans.tables.workbook.strings import SharedStrings

_MOST_SHEETS = 100
_TRUE = ("1", "true")


@dataclass(frozen=True)
class Page:
    """A sheet as the workbook lists it; `part` is "" for a sheet without cells."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Book:
    pages: list[Page]
    strings: list[str]
    formats: list[frozenset[Mark]]
    counts_from_1904: bool


def read_book(archive: Archive, budget: Budget) -> Book:
    part = _first(_links(archive, "/", budget), "officeDocument")
    links = _links(archive, part, budget)
    strings, styles = _first(links, "sharedStrings"), _first(links, "styles")
    pages, counts_from_1904 = _pages(archive, part, links, budget)
    return Book(
        pages=pages,
        strings=SharedStrings().read(archive.chunks(strings), budget)
        if strings in archive
        else [],
        formats=read_formats(archive.chunks(styles), budget)
        if styles in archive
        else [],
        counts_from_1904=counts_from_1904,
    )


def _pages(archive, part, links, budget):
    pages, counts_from_1904 = [], False
    for name, attributes in elements(archive.chunks(part), budget):
        if name == "workbookPr":
            counts_from_1904 = attribute(attributes, "date1904") in _TRUE
        elif name == "sheet":
            pages.append(_page(attributes, links))
    if len(pages) > _MOST_SHEETS:
        raise FileError(f"シートが多すぎます。{_MOST_SHEETS}枚までに分けてください。")
    return [page for page in pages if page], counts_from_1904


def _page(attributes, links):
    name = attribute(attributes, "name")
    state = attribute(attributes, "state")
    if name == CHOICES_SHEET and state == "veryHidden":
        return None
    kind, target = links.get(attribute(attributes, "id"), ("", ""))
    if not kind:
        raise damaged()
    return Page(name, target if kind == "worksheet" else "", state.endswith("idden"))


def _links(archive, part, budget) -> dict[str, tuple[str, str]]:
    """Kind and target of each link of a part, by its id."""
    folder, _, name = part.rpartition("/")
    source = f"{folder}/_rels/{name}.rels"
    return {
        attribute(attributes, "Id"): (
            attribute(attributes, "Type").rpartition("/")[2],
            path_from(part, attribute(attributes, "Target")),
        )
        for name, attributes in elements(archive.chunks(source), budget)
        if name == "Relationship"
    }


def _first(links, kind) -> str:
    return next((target for found, target in links.values() if found == kind), "")
