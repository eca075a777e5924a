"""Forms that ask a server, replaced by links to what does work without one."""

import re
from dataclasses import dataclass, field
from html import unescape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from plans.furigana.current import current_matcher
from plans.furigana.markup import with_furigana
from plans.page_markup import attribute, tag_name, tokens
from welfare_plan.static_site.addresses import (
    chosen,
    has_furigana,
    link_of,
    path_of,
    values_of,
)

# With more than these a list of choices is folded.
_SHOWN = 12
_FORM = re.compile(r"<form\b.*?</form>", re.S)


@dataclass
class _Select:
    name: str
    label: SafeString
    options: list[dict] = field(default_factory=list)

    @property
    def is_folded(self):
        return len(self.options) > _SHOWN


class Forms:
    """Replaces the forms of page after page, and learns what they choose unasked."""

    def __init__(self, site_url: str):
        self._site_url = site_url
        self._unasked: dict[tuple[str, str], str] = {}

    def replaced(self, html: str, page: str) -> str:
        """The page with links for its forms; they lead to addresses of the site, as
        all its links still do."""
        return _FORM.sub(lambda found: self._instead(found[0], page), html)

    def _instead(self, form, page):
        tag, *inside = (token for _, token in tokens(form))
        action = unescape(attribute(tag, "action") or "")
        link = link_of(action, page, self._site_url)
        selects = _selects(inside)
        if 'role="search"' in tag:
            name, context = "no_search", {"is_small": "site-search" in tag}
        elif selects and link:
            name, context = "choices", {"selects": self._choices(selects, link, page)}
        else:
            name, context = "no_form", {}
        text = render_to_string(f"static_site/_{name}.html", context).strip()
        return with_furigana(text, current_matcher()) if has_furigana(page) else text

    def _choices(self, selects, link, page):
        path = path_of(link.address)
        place = f"#{link.place}" if link.place else ""
        for select in selects:
            unasked = self._learned(select, path, page)
            for option in select.options:
                value = "" if option["value"] == unasked else option["value"]
                option["url"] = chosen(page, path, select.name, value) + place
        return selects

    def _learned(self, select, path, page):
        """The value that a page shows whose address does not name one, if known."""
        key = path, select.name
        if path_of(page) == path and select.name not in values_of(page):
            for option in select.options:
                if option["is_chosen"]:
                    self._unasked.setdefault(key, option["value"])
        return self._unasked.get(key, "")


def _selects(inside):
    """The selects among the tokens of a form, with their labels and options."""
    found, labels = [], {}
    text_of, select = "", None
    for token in inside:
        name = tag_name(token)
        if name == "label":
            text_of = attribute(token, "for")
            labels[text_of] = ""
        elif name == "/label":
            text_of = ""
        elif text_of:
            labels[text_of] += token
        elif name == "select":
            # Its text comes from our own page, where it is escaped already.
            label = mark_safe(labels.get(attribute(token, "id"), ""))
            select = _Select(unescape(attribute(token, "name")), label)
            found.append(select)
        elif name == "/select":
            select = None
        elif name == "option":
            select.options.append(_option(token))
        elif not name and select and select.options:
            select.options[-1]["text"] += unescape(token).strip()
    return found


def _option(tag):
    return {
        "value": unescape(attribute(tag, "value") or ""),
        "text": "",
        "is_chosen": bool(re.search(r"\sselected\b", tag)),
    }
