"""The changes as an Atom feed, for people and programs that follow them."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from plans.changes.news import places
from plans.models import Plan
from plans.page_scopes import SITE, plan_scope
from plans.page_words import samples_and_terms
from plans.presenters import plan_name
from plans.publishing import EVERYTHING
from welfare_plan.changes.entries import Entry, read_entries
from welfare_plan.changes.public_page import ROWS

# XML has no room for them, escaped or not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Since when the site names its entries; never changed, so that names stay.
_NAMED_SINCE = "2026"


@dataclass(frozen=True)
class Source:
    """What one feed tells of, and the address that the site is reached by."""

    base: str
    plan: Plan | None
    entries: list[Entry]
    has_samples: bool

    @property
    def name(self) -> str:
        name = f"{plan_name(self.plan)}の更新履歴" if self.plan else "更新履歴"
        return self.marked(name)

    def marked(self, text: str) -> str:
        """Readers show no banner, so that each line has to say it."""
        return f"（サンプル値）{text}" if self.has_samples else text

    def address(self, url_name: str) -> str:
        args = [self.plan.slug] if self.plan else []
        prefix = "plan-" if self.plan else ""
        return self.base + reverse(f"{prefix}{url_name}", args=args)


@dataclass(frozen=True)
class Item:
    entry: Entry
    source: Source


class ChangesFeed(Feed):
    feed_type = Atom1Feed
    language = "ja"

    def __call__(self, request, *args, plan_slug=None, **kwargs):
        response = super().__call__(request, *args, plan_slug=plan_slug, **kwargs)
        scope = plan_scope(plan_slug) if plan_slug else EVERYTHING
        response.public_scopes = (SITE, scope)
        return response

    def get_object(self, request, plan_slug=None):
        base = settings.SITE_URL.rstrip("/") or request.build_absolute_uri("/")[:-1]
        plan = None
        if plan_slug is not None:
            plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
        entries, words = read_entries(places(plan)[:ROWS])
        has_samples, _ = samples_and_terms(words)
        return Source(base, plan, entries, has_samples)

    def title(self, source):
        return _plain(f"{source.name}｜地域福祉計画ポータル")

    def link(self, source):
        return source.address("history")

    def feed_url(self, source):
        return source.address("feed")

    def feed_guid(self, source):
        return source.address("feed")

    def author_name(self, source):
        return "地域福祉計画ポータル"

    def items(self, source):
        return [Item(entry, source) for entry in source.entries]

    def item_title(self, item):
        return _plain(item.source.marked(item.entry.sentence))

    def item_description(self, item):
        return _plain(escape(_summary(item.entry)))

    def item_link(self, item):
        return f"{item.source.base}{item.entry.url}"

    def item_guid(self, item):
        host = urlsplit(item.source.base).hostname
        return f"tag:{host},{_NAMED_SINCE}:{item.entry.key}"

    def item_pubdate(self, item):
        return item.entry.moment

    def item_updateddate(self, item):
        return item.entry.moment


def _summary(entry):
    lines = [f"計画：{entry.plan}"]
    lines += [
        f"{change.what}：{_text(change.before)} → {_text(change.after)}"
        for change in entry.changes
    ]
    if entry.reason:
        lines.append(f"理由：{entry.reason}")
    return "\n".join(lines)


def _text(pieces):
    return "".join(piece.text for piece in pieces)


def _plain(text):
    return _CONTROL.sub("", text)
