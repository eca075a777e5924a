"""The pages of files in the admin as a member of staff uses them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.forms import admin_url, filled_values, soup_of

FORMATS = ("xlsx", "csv", "cp932")


def page_url(model, page):
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}")


def export(client, model, wanted="csv", home="") -> bytes:
    values = {"format": wanted, "home": home}
    response = client.get(page_url(model, "export"), values)
    assert "attachment" in response.headers.get("Content-Disposition", ""), response
    return response.content


def a_csv(*rows) -> bytes:
    """A CSV file of rows of cells."""
    return "\r\n".join(",".join(row) for row in rows).encode("utf-8-sig")


class Preview:
    """The page that says what a file would do."""

    def __init__(self, client, model, response):
        self.client, self.model = client, model
        self.read(response)

    def read(self, response):
        self.response, self.soup = response, soup_of(response)
        return self

    @property
    def counts(self) -> dict[str, str]:
        names = [each.text for each in self.soup.select(".file-counts dt")]
        found = [each.text for each in self.soup.select(".file-counts dd")]
        return {n: c for n, c in zip(names, found, strict=True) if c != "0行"}

    @property
    def lines(self) -> list[str]:
        """The lines of the table, one text each."""
        rows = self.soup.select(".file-rows tbody tr")
        return [" ".join(row.get_text(" ").split()) for row in rows]

    @property
    def words(self) -> str:
        return self.soup.select_one("#content").text

    @property
    def may_confirm(self) -> bool:
        return bool(self.soup.select_one("button[value=confirm]"))

    def confirm(self, **values):
        form = self.soup.select_one(".file-actions")
        sent = {**filled_values(form), "do": "confirm", **values}
        return self.client.post(page_url(self.model, "import"), sent)

    @property
    def token(self) -> str:
        return self.soup.select_one("input[name=kept]")["value"]


def send(client, model, content, name="直した.csv", reason=""):
    file = SimpleUploadedFile(name, content)
    values = {"file": file, "reason": reason}
    return client.post(page_url(model, "import"), values, follow=True)


def upload(client, model, content, name="直した.csv", reason="") -> Preview:
    """Choose the file; the preview that follows."""
    response = send(client, model, content, name, reason)
    found = Preview(client, model, response)
    assert found.counts, found.words
    return found


def refusal(client, model, content, name="直した.csv") -> str:
    """What is said to a file that cannot be read."""
    page = soup_of(send(client, model, content, name))
    return page.select_one("[role=alert]").text


def list_url(model):
    return admin_url(model, "changelist")
