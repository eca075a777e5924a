"""The entry page as a browser holds it: opened, filled in and sent."""

from django.urls import reverse

from tests.admin.forms import filled_values, soup_of


class EntryPage:
    """The page of a round for whoever the client is; `row` finds an item's card."""

    def __init__(self, client, round_, response=None, query=""):
        self.client = client
        self.address = reverse("figures-entry", args=[round_.pk]) + query
        self.round = round_
        self.response = response or client.get(self.address)
        self.soup = soup_of(self.response)
        form = self.soup.select_one("main form")
        self.values = filled_values(form) if form else {}
        items = form.select("input[name=item]") if form else []
        self.values["item"] = [field["value"] for field in items]
        self.files = {}

    @property
    def status(self) -> int:
        return self.response.status_code

    def row(self, item):
        return self.soup.select_one(f"#item-{item.pk}")

    def text(self, item) -> str:
        return self.row(item).get_text(" ", strip=True)

    def fill(self, item, **values):
        for name, value in values.items():
            key = f"i{item.pk}-{name}"
            if value is False:
                self.values.pop(key, None)
            elif name == "file":
                self.files[key] = value
            else:
                self.values[key] = "on" if value is True else value
        return self

    def press(self, button="draft", **more) -> "EntryPage":
        """Press a button; the page that a browser shows then."""
        sent = {**self.values, **self.files, "do": button, **more}
        answer = self.client.post(self.address, sent)
        self.sent_status = answer.status_code
        self.led_to = answer.get("Location", "")
        if answer.status_code == 302:
            answer = self.client.get(answer["Location"])
            page = EntryPage(self.client, self.round, answer)
            page.was_kept = True
            return page
        page = EntryPage(self.client, self.round, answer)
        page.was_kept = False
        return page

    def withdraw(self, item) -> "EntryPage":
        return self.press("", withdraw=item.pk)

    def correct(self, item) -> "EntryPage":
        """Press 公開した値を直す on the card of an item, which has to offer it."""
        (button,) = self.row(item).select("button[name=correct]")
        return self.press("", correct=button["value"])

    @property
    def messages(self) -> str:
        return " ".join(m.get_text(strip=True) for m in self.soup.select(".message"))

    @property
    def summary(self) -> list[str]:
        """The sentences above the form, each with a link to its control."""
        links = self.soup.select(".alert a")
        for link in links:
            assert self.soup.select_one(link["href"]), link["href"]
        return [link.get_text() for link in links]

    def control(self, item, name):
        return self.row(item).select_one(f"[name=i{item.pk}-{name}]")

    def errors(self, item) -> list[str]:
        return [e.get_text(strip=True) for e in self.row(item).select(".err")]
