"""What every public page asks the database for besides its own content; one query."""

from collections.abc import Callable, Iterable

from django.db.models import Exists, F, Q, QuerySet, Value
from django.db.models.fields import BooleanField, IntegerField
from django.urls import reverse

from plans.models import SiteTerm
from plans.models.site_term import forms_of
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

    Each tells too whether samples are loaded; the database looks for them once.
    """
    found = Q()
    for rows in _sample_checks if checks is None else checks:
        found |= Q(Exists(rows().order_by()))
    samples = found or Value(False, output_field=BooleanField())
    terms = SiteTerm.objects.annotate(
        code=F("slug"),
        position=Value(0, output_field=IntegerField()),
        samples=samples,
    )
    return part(
        SITE_TERM, terms, term="term", other_forms="other_forms", samples="samples"
    )


def samples_and_terms(rows: list[dict] | None) -> tuple[bool, list[tuple[str, str]]]:
    """Whether samples are loaded, and each word of the site with its address.

    `rows` are those of `site_part`, where the page has read them.
    """
    if rows is None:
        rows = by_kind(_terms(checks=tuple(_sample_checks)))[SITE_TERM]
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
