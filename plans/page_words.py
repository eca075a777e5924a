"""What every public page asks the database for besides its own content; one query."""

from collections.abc import Callable, Iterable

from django.db.models import Exists, F, Q, QuerySet, Subquery, Value
from django.db.models.fields import BooleanField, IntegerField
from django.urls import reverse

from plans.models import PageRevision, SiteTerm
from plans.models.site_term import forms_of
from plans.page_scopes import SITE
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared

# The kind of the rows of `site_part`, and what a page hands them to `render_page` as.
SITE_TERM = "site_term"
Checks = Iterable[Callable[[], QuerySet]]
_sample_checks: list[Callable[[], QuerySet]] = []


def register_sample_check(rows: Callable[[], QuerySet]) -> None:
    """Have every page carry the banner while the queryset finds any row."""
    if rows not in _sample_checks:
        _sample_checks.append(rows)


def samples_are_loaded() -> bool:
    """Whether any registered row is there; one query, which stops at the first row."""
    return bool(_sample_checks) and bool(_first_sample(checks=tuple(_sample_checks)))


@prepared(fixed=("checks",))
def _first_sample(checks):
    first, *others = [rows().order_by().values_list(Value(1)) for rows in checks]
    return first.union(*others, all=True)[:1]


def site_part(checks: Checks | None = None) -> QuerySet:
    """The words of the site for a page that reads its rows in one query anyway.

    Each tells too whether samples are loaded and which revision of the site this is;
    the database looks for both once.
    """
    found = Q()
    for rows in _sample_checks if checks is None else checks:
        found |= Q(Exists(rows().order_by()))
    samples = found or Value(False, output_field=BooleanField())
    revisions = PageRevision.objects.filter(scope=SITE)
    terms = SiteTerm.objects.annotate(
        code=F("slug"),
        position=Value(0, output_field=IntegerField()),
        samples=samples,
        revision=Subquery(revisions.values("rev")[:1]),
    )
    return part(
        SITE_TERM,
        terms,
        term="term",
        other_forms="other_forms",
        samples="samples",
        revision="revision",
    )


def site_terms() -> list[dict]:
    """The rows of `site_part` for a page that has not read them; one query."""
    return by_kind(_terms(checks=tuple(_sample_checks)))[SITE_TERM]


def revision_of(rows: list[dict]) -> int | None:
    """The revision of the site that the rows were read with, where they tell it."""
    return rows[0]["revision"] if rows else None


def samples_and_terms(rows: list[dict]) -> tuple[bool, list[tuple[str, str]]]:
    """Whether samples are loaded, and each word of the site with its address."""
    if not rows:
        return samples_are_loaded(), []
    glossary = reverse("glossary")
    words = [
        (form, f"{glossary}#{SiteTerm.anchor_of(row['code'])}")
        for row in rows
        for form in forms_of(row["term"], row["other_forms"])
    ]
    return bool(rows[0]["samples"]), words


@prepared(fixed=("checks",))
def _terms(checks):
    return union_of(site_part(checks))
