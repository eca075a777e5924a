"""What the address of a dashboard asks for: `?year=R7&policy=2&status=on_track`.

Pure. The whole state of a dashboard is in its address. A value that cannot be used is
left out and named in one sentence; it never breaks the page.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from plans.fiscal_year import from_text, short_text

LABELS = {
    "year": "年度",
    "policy": "方針",
    "status": "判定",
    "type": "値の種類",
    "department": "担当課",
    "sort": "並べ方",
    "page": "ページ",
}
SORTS = ("plan", "distance")


@dataclass(frozen=True)
class Filters:
    """The choices of one address; empty means all. `year` is None unless it was asked.

    `refused` names the choices that could not be used.
    """

    year: int | None = None
    policy: str = ""
    status: str = ""
    type: str = ""
    department: str = ""
    sort: str = ""
    page: str = ""
    refused: tuple[str, ...] = ()

    def address(self, base: str, **changes) -> str:
        """The address of the same page with some choices changed."""
        wanted = replace(self, **changes)
        year = short_text(wanted.year) if wanted.year else ""
        values = {**vars(wanted), "year": year}
        chosen = {name: values[name] for name in LABELS if values[name]}
        return f"{base}?{urlencode(chosen)}" if chosen else base

    @property
    def apology(self) -> str:
        """One sentence on what could not be used; empty when all could."""
        if not self.refused:
            return ""
        names = "・".join(self.refused)
        return f"{names}の条件は、このページで使えない値のため、外して表示しています。"


def read_filters(query: Mapping, allowed: Mapping[str, Collection]) -> Filters:
    """The choices of a query string that a page can use.

    `allowed` holds the values of each choice that the page offers; a choice that it
    does not name is refused.
    """
    chosen, refused = {}, []
    for name, label in LABELS.items():
        text = str(query.get(name, "")).strip()
        if not text:
            continue
        value = from_text(text) if name == "year" else text
        if value in allowed.get(name, ()):
            chosen[name] = value
        else:
            refused.append(label)
    return Filters(**chosen, refused=tuple(refused))
