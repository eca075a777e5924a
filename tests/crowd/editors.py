"""People who change one figure: what they saw, what they typed, what they were told."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace

from tests.admin.forms import change_form, soup_of
from tests.indicators.entry.entry_page import EntryPage

SAVED, CONFLICT = 302, 409


@dataclass(frozen=True)
class Edit:
    """One press of the button. A loser is shown `stored`, and the own value `kept`."""

    person: object
    seen: int
    typed: int
    status: int
    stored: int | None = None
    kept: int | None = None
    words: str = ""


class Editor(ABC):
    """Opens the figure, types another value, sends."""

    box: str

    def __init__(self, client):
        self.client = client

    def edit(self, typed: int, before_sending=lambda: None) -> Edit:
        seen = _number(self.open())
        before_sending()
        response = self.send(str(typed))
        edit = Edit(self.client.person, seen, typed, response.status_code)
        return _with_box(edit, response, self.box) if edit.status == CONFLICT else edit

    @abstractmethod
    def open(self) -> str:
        """Open the form; the value that stands in it."""

    @abstractmethod
    def send(self, typed: str):
        """Type the value and press the button; the response."""


class AdminEditor(Editor):
    box = ".conflict"

    def __init__(self, client, observation):
        super().__init__(client)
        self.observation = observation

    def open(self):
        self.form = change_form(self.client, self.observation)
        return self.form.values["value"]

    def send(self, typed):
        return self.form.fill(value=typed).send().response


class EntryEditor(Editor):
    def __init__(self, client, round_, item):
        super().__init__(client)
        self.round, self.item = round_, item
        self.box = f"#item-{item.pk} .conflict"

    def open(self):
        self.page = EntryPage(self.client, self.round)
        return self.page.values[f"i{self.item.pk}-cell"]

    def send(self, typed):
        self.page.fill(self.item, cell=typed)
        return self.client.post(self.page.address, {**self.page.values, "do": "draft"})


def _with_box(edit, response, selector):
    box = soup_of(response).select_one(selector)
    rows = {row.th.text: row.select("td") for row in box.select("tbody tr")}
    stored, kept = rows.get("実績") or rows["実績値"]
    return replace(
        edit,
        stored=_number(stored.text),
        kept=_number(kept.text),
        words=box.get_text(" ", strip=True),
    )


def _number(text):
    """1100 of 1100, 1,100 and 1,100人／年."""
    return int(re.sub(r"\D", "", text))
