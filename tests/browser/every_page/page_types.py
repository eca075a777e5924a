"""Every type of page that answers in HTML, read from docs/rights.csv.

The table has a line for each address pattern (tests/test_rights.py), so a new page is
here as soon as it is there; tests/browser/every_page/opened.py finds it an address.
"""

import csv
from dataclasses import dataclass

from tests.rights_world import ANYBODY, ROLES
from tests.test_rights import TABLE

# Files and answers to scripts, which nobody reads as a page.
_NO_PAGES = (
    "<str:file_name>",
    ".csv",
    ".xlsx",
    ".atom",
    ".jsonld",
    ".svg",
    ".txt",
    ".xml",
    "/download/",
    "/errors/",
    "/jsi18n/",
)
_NO_PAGE_EITHER = (
    "admin/autocomplete/",
    "admin/r/",
    "staff/evidence/",
    "healthz",
    "readyz",
)
# Below it only what ends in a slash is read by people.
_API = "api/"
# One record's admin is like another's: this one stands for all where time is short.
_ONE_OF_THE_ADMIN = "admin/indicators/target/"


@dataclass(frozen=True)
class PageType:
    """A page of an address pattern, or of an error; `status` is what it answers."""

    route: str
    who: str
    status: int = 200

    @property
    def is_public(self) -> bool:
        return self.who == ANYBODY and not self.route.startswith(("staff/", "admin/"))

    @property
    def is_a_card(self) -> bool:
        """What other sites show in a frame, which has no furigana."""
        return self.route.startswith("embed/")

    @property
    def may_move(self) -> float:
        """Django's scripts put boxes into forms of its admin; below 0.1 is good."""
        return 0.1 if self.route.startswith("admin/") else 0

    @property
    def is_repeated(self) -> bool:
        """Whether another page of the admin shows the same with other fields."""
        parts = self.route.split("/")
        is_of_a_model = self.route.startswith("admin/") and len(parts) > 3
        return is_of_a_model and not self.route.startswith(_ONE_OF_THE_ADMIN)


def page_types() -> list[PageType]:
    """One a pattern, with the first kind of person who may open it."""
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        lines = [line for line in csv.DictReader(file) if not line["case"]]
    return [
        PageType(line["address"], who)
        for line in lines
        if not line["address"].endswith(_NO_PAGES)
        and not line["address"].startswith(_NO_PAGE_EITHER)
        and (line["address"].endswith("/") or not line["address"].startswith(_API))
        for who in [_who_may_open(line)]
        if who
    ]


def _who_may_open(line) -> str | None:
    people = (ANYBODY, *ROLES)
    return next((who for who in people if line[f"{who} GET"] == "ok"), None)
