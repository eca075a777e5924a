"""Forms of the staff's own screens as a browser holds them: opened, filled in, sent."""

from dataclasses import dataclass

from tests.admin.forms import as_typed, filled_values, soup_of


@dataclass(frozen=True)
class Screen:
    """What a screen answered: its words, its boxes, where it led to."""

    response: object

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return " ".join(soup_of(self.response).select_one("#main").text.split())

    @property
    def mistakes(self) -> list[str]:
        """The sentences of the box that lists what is wrong."""
        rows = soup_of(self.response).select("[aria-labelledby=h-mistakes] li")
        return [" ".join(row.text.split()) for row in rows]

    @property
    def conflict(self) -> dict[str, tuple[str, ...]]:
        """By field: what is stored now, and what was typed."""
        rows = soup_of(self.response).select("[aria-labelledby=h-conflict] tbody tr")
        return {
            row.th.text: tuple(cell.text for cell in row.select("td")) for row in rows
        }


class SentForm:
    """The form of a screen that has a button, with what is filled in already."""

    def __init__(self, client, address, button, page=None):
        self.client, self.address, self.button = client, address, button
        self.soup = soup_of(page or client.get(address))
        of_button = self.soup.select_one(f"form:has(button[value={button}])")
        self.values = filled_values(of_button)
        self.action = of_button.get("action", address)

    def fill(self, **values):
        self.values.update({name: as_typed(value) for name, value in values.items()})
        return self

    def send(self, *, follow=False) -> Screen:
        values = {**self.values, "do": self.button}
        return Screen(self.client.post(self.action, values, follow=follow))

    def send_and_stay(self) -> "SentForm":
        """Send; the form as the answer shows it again, to be sent once more."""
        response = self.send().response
        return SentForm(self.client, self.address, self.button, response)
