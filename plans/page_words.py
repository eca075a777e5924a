"""What every public page asks the database for besides its own content; one query."""

from collections.abc import Callable

from django.db.models import Exists, Q, QuerySet, Value
from django.db.models.fields import BooleanField
from django.urls import reverse

from plans.models import SiteTerm
from plans.prepared import prepared

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


def samples_and_terms() -> tuple[bool, list[tuple[str, str]]]:
    """Whether samples are loaded, and each word of the site with its address.

    The database looks for samples once, not for each term.
    """
    terms = list(_terms(checks=tuple(_sample_checks)))
    if not terms:
        return samples_are_loaded(), []
    glossary = reverse("glossary")
    words = [
        (form, f"{glossary}#{term.anchor}") for term in terms for form in term.forms
    ]
    return terms[0].samples, words


@prepared(fixed=("checks",))
def _terms(checks):
    found = Q()
    for rows in checks:
        found |= Q(Exists(rows().order_by()))
    samples = found or Value(False, output_field=BooleanField())
    return SiteTerm.objects.order_by("slug").annotate(samples=samples)
