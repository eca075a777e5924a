"""A page as tags and texts, its links apart, and its forms or what stands for them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LINKS = ("href", "src")
_INSTEAD = {"no-search", "one-by-one"}
_READINGS = {"rt", "rp"}


@dataclass
class Item:
    """A choice: its value in a form, its link elsewhere."""

    value: str | None
    text: str = ""


@dataclass
class Choice:
    name: str
    action: str
    items: list[Item] = field(default_factory=list)


class ReadPage(HTMLParser):
    """`events` leave out links and forms; `links` holds None where one is missing."""

    def __init__(self, html: bytes):
        super().__init__()
        self.events, self.links, self.choices = [], [], []
        self._form, self._depth, self._action = "", 0, ""
        self._choice, self._is_reading = None, False
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        first_class = (values.get("class") or "").partition(" ")[0]
        if self._form:
            self._depth += tag == self._form
            self._read_choice(tag, values)
        elif tag == "form" or first_class in _INSTEAD:
            self._form, self._depth = tag, 1
            self._action = values.get("action")
            self.events.append("form")
        else:
            self.events.append((tag, self._without_links(tag, values)))

    def _without_links(self, tag, values):
        if values.get("rel") == "canonical":
            return values
        if tag == "a" or values.keys() & set(_LINKS):
            found = [values.pop(name, None) for name in _LINKS]
            self.links.append(next(filter(None, found), None))
        return values

    def _read_choice(self, tag, values):
        if tag in {"select", "ul"}:
            self._choice = Choice(values.get("name"), self._action)
            self.choices.append(self._choice)
        elif tag in {"option", "a"} and self._choice:
            value = values.get("value" if tag == "option" else "href")
            self._choice.items.append(Item(value))
        self._is_reading = tag in _READINGS

    def handle_endtag(self, tag):
        if not self._form:
            self.events.append(f"/{tag}")
            return
        self._is_reading = False
        if tag in {"select", "ul"}:
            self._choice = None
        self._depth -= tag == self._form
        if not self._depth:
            self._form = ""

    def handle_data(self, data):
        if not self._form:
            self.events.append(data)
        elif self._choice and self._choice.items and not self._is_reading:
            self._choice.items[-1].text += "".join(data.split())

    def handle_decl(self, decl):
        self.events.append(decl)

    def handle_comment(self, data):
        self.events.append(f"!{data}")
