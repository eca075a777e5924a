"""Where the headings of a sheet stand, and which column is which. Pure.

They are looked for in the first rows, in any order, in one row or in two, as merged
cells leave them; widths and blanks make no difference.
"""

from dataclasses import dataclass

from indicators.sheets.columns import CODE, COLUMNS, SHEET_NAMES, YEAR, Column
from plans.tables import same_word

_ROWS = 20


@dataclass(frozen=True)
class Layout:
    """A sheet of a kind: the first row of its data, from 0; each read column's place.

    `refusals` say why it cannot be read, `extra` names the columns that are not.
    """

    kind: str
    start: int
    places: dict[str, int]
    extra: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def _known(columns) -> dict[str, Column]:
    return {
        same_word(word): column
        for column in columns
        for word in (column.heading, *column.others)
    }


_KNOWN = {kind: _known(columns) for kind, columns in COLUMNS.items()}


def known_headings() -> tuple[str, ...]:
    """Every heading that a sheet of a round may have."""
    return tuple(dict.fromkeys(c.heading for cs in COLUMNS.values() for c in cs))


def layout_of(rows) -> Layout | None:
    """The layout of a sheet; None where it is another thing, such as a guide."""
    found = [
        layout
        for start in range(min(len(rows), _ROWS))
        for height in (1, 2)
        for kind in COLUMNS
        if (layout := _layout(kind, rows, start, height))
    ]
    whole = (layout for layout in found if not layout.refusals)
    return next(whole, None) or max(found, key=_likeness, default=None)


def _likeness(layout):
    return len(layout.places)


def _layout(kind, rows, start, height) -> Layout | None:
    names = _names(rows[start : start + height], _KNOWN[kind])
    columns = [(place, _KNOWN[kind].get(name)) for place, name in names]
    keys = [column.key for _, column in columns if column]
    if not _is_of_kind(kind, keys):
        return None
    missing = [c.heading for c in COLUMNS[kind] if c.is_needed and c.key not in keys]
    read = [(place, column) for place, column in columns if column and column.is_read]
    refusals = [_missing(kind, heading) for heading in missing]
    refusals += [_twice(name) for name in _repeated(c.heading for _, c in read)]
    return Layout(
        kind,
        start + height,
        {column.key: place for place, column in read},
        tuple(name for place, name in names if (place, None) in columns),
        tuple(refusals),
    )


def _names(rows, known) -> list[tuple[int, str]]:
    """The heading of each column: of two rows the one that is known, the lower first.

    A heading that stands over several columns is in the first of its cells only.
    """
    width = max(map(len, rows))
    names = []
    for place in range(width):
        cells = [same_word(row[place]) for row in rows if place < len(row)]
        words = [word for word in reversed(cells) if word]
        words.append("".join(cells))
        name = next((word for word in words if word in known), words[0])
        if name:
            names.append((place, name))
    return names


def _is_of_kind(kind, keys):
    """A sheet of a kind has its code and one more column that only this kind has."""
    own = {c.key for c in COLUMNS[kind] if c.is_input}
    is_keyed = CODE.key in keys or YEAR.key in keys
    return is_keyed and (bool(own.intersection(keys)) or len(set(keys)) > 4)


def _missing(kind, heading):
    return (
        f"「{SHEET_NAMES[kind]}」の表に「{heading}」の列がありません。"
        "見出しを、ダウンロードしたシートと同じ言葉に戻してください。"
    )


def _twice(heading):
    return f"「{heading}」の列が2つあります。使うほうだけを残してください。"


def _repeated(words):
    seen = set()
    return [word for word in words if word in seen or seen.add(word)]
