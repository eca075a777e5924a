"""What every public page asks the database for besides its own content; one query."""

from collections.abc import Callable

from django.db.models import Exists, F, Q, QuerySet, Value
from django.db.models.fields import BooleanField, IntegerField
from django.urls import reverse

from plans.made_once import MadeOnce
from plans.models import PageRevision, SiteTerm
from plans.models.site_term import forms_of
from plans.page_scopes import SITE
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared

# The kind of the row of `site_part`, and what a page hands it to `render_page` as.
SITE_STATE = "site_state"
Checks = tuple[Callable[[], QuerySet], ...]
Words = list[tuple[str, str]]
_sample_checks: list[Callable[[], QuerySet]] = []


def register_sample_check(rows: Callable[[], QuerySet]) -> None:
    """Have every page carry the banner while the queryset finds any row."""
    if rows not in _sample_checks:
        _sample_checks.append(rows)


def samples_are_loaded() -> bool:
    """Whether any registered row is there; one query, which stops at the first row."""
    return bool(_sample_checks) and bool(_first_sample(checks=sample_checks()))


@prepared(fixed=("checks",))
def _first_sample(checks):
    first, *others = [rows().order_by().values_list(Value(1)) for rows in checks]
    return first.union(*others, all=True)[:1]


def sample_checks() -> Checks:
    """All that are registered, as a query that is compiled once is told of them."""
    return tuple(_sample_checks)


def site_part(checks: Checks | None = None) -> QuerySet:
    """What all pages need to know of the site, for one that reads its rows in one query
    anyway: the revision, and whether samples are loaded. No row before the first edit.
    """
    found = Q()
    for rows in _sample_checks if checks is None else checks:
        found |= Q(Exists(rows().order_by()))
    site = PageRevision.objects.filter(scope=SITE).annotate(
        code=F("scope"),
        position=Value(0, output_field=IntegerField()),
        samples=found or Value(False, output_field=BooleanField()),
    )
    return part(SITE_STATE, site, revision="rev", samples="samples")


def site_state() -> list[dict]:
    """The row of `site_part` for a page that has not read it; one query."""
    return by_kind(_site(checks=sample_checks()))[SITE_STATE]


@prepared(fixed=("checks",))
def _site(checks):
    return union_of(site_part(checks))


def revision_of(state: list[dict]) -> int | None:
    """The revision of the site that a page was read with, where there is one."""
    return state[0]["revision"] if state else None


def samples_and_words(state: list[dict]) -> tuple[bool, Words]:
    """Whether samples are loaded, and each word of the site with its address.

    One query where the site was edited, none else.
    """
    words = _words.at(revision_of(state))
    return state[0]["samples"] if state else samples_are_loaded(), words


def _read_words() -> Words:
    rows = SiteTerm.objects.order_by("slug").values_list("slug", "term", "other_forms")
    glossary = reverse("glossary")
    return [
        (form, f"{glossary}#{SiteTerm.anchor_of(slug)}")
        for slug, term, others in rows
        for form in forms_of(term, others)
    ]


_words = MadeOnce(_read_words)
