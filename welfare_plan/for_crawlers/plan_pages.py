"""The addresses of the pages of some plans, in three queries however many there are."""

from collections.abc import Iterator

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast
from django.urls import reverse

from indicators.models import CouncilReport, SurveyIndicator, Target
from initiatives.models import Initiative
from plans.fiscal_year import short_text
from plans.models import BasicPolicy, Measure, PageRevision, Plan
from plans.page_scopes import plan_scope

# Plans whose pages stand in one list: at most a thousand addresses or so.
PLANS_IN_A_LIST = 20

_OF_PLANS = (
    "plan-detail",
    "plan-dashboard",
    "report-list",
    "plan-glossary",
    "source-notes",
    "plan-history",
    "plan-data",
)
_PARTS = {
    "policy-detail": (BasicPolicy, "code"),
    "measure-detail": (Measure, "code"),
    "initiative-detail": (Initiative, "code"),
    "target-detail": (Target, "code"),
    "survey-detail": (SurveyIndicator, "code"),
    "report-detail": (CouncilReport, "fiscal_year"),
}
_IN_CHARGE = "department-dashboard"
_CITY = "city"


def list_count() -> int:
    return -(-Plan.objects.public().count() // PLANS_IN_A_LIST)


def pages_of_plans(number: int) -> Iterator[tuple[str, int]]:
    """Address and revision of each page of the plans of a list; the first is 1.

    Plans stand in the order in which they were made, so that no list changes with
    another one.
    """
    plans = list(_plans(number))
    slugs = {pk: slug for pk, slug, _ in plans}
    revisions = _revisions(slugs)
    for pk, slug, publisher in plans:
        for name in _OF_PLANS:
            yield reverse(name, args=(slug,)), revisions[pk]
        if publisher:
            yield reverse(_CITY, args=(publisher,)), revisions[pk]
    for name, pk, code in _parts(list(slugs)):
        yield reverse(name, args=(slugs[pk], code)), revisions[pk]


def _plans(number) -> Iterator[tuple[int, str, str | None]]:
    """Key, slug, and the name of the publisher with the first plan of each."""
    earlier = Plan.objects.public().filter(
        publisher=OuterRef("publisher"), pk__lt=OuterRef("pk")
    )
    start = (number - 1) * PLANS_IN_A_LIST
    plans = Plan.objects.public().select_related("publisher").order_by("pk")
    plans = plans.annotate(has_earlier=Exists(earlier))
    for plan in plans[start : start + PLANS_IN_A_LIST]:
        is_first = plan.publisher and not plan.has_earlier
        yield plan.pk, plan.slug, plan.publisher.address_name if is_first else None


def _revisions(slugs) -> dict[int, int | None]:
    """When each plan last changed, by its key."""
    scopes = {pk: plan_scope(slug) for pk, slug in slugs.items()}
    rows = PageRevision.objects.filter(scope__in=scopes.values())
    found = dict(rows.values_list("scope", "rev"))
    return {pk: found.get(scope) for pk, scope in scopes.items()}


def _parts(plans) -> Iterator[tuple[str, int, str]]:
    rows = [
        _rows(name, model.objects.filter(plan__in=plans), code)
        for name, (model, code) in _PARTS.items()
    ]
    # Those in charge of something; a union leaves each once.
    in_charge = [
        _rows(_IN_CHARGE, model.objects.filter(plan__in=plans), "department__code")
        for model in (Initiative, Target)
    ]
    in_charge = [each.exclude(department=None) for each in in_charge]
    # In one order: a database sorts a union only to find what stands in it twice.
    for name, pk, code in sorted(rows[0].union(*rows[1:], *in_charge)):
        is_year = name == "report-detail"
        yield name, pk, short_text(int(code)) if is_year else code


def _rows(name, rows, code):
    return rows.order_by().values_list(
        Value(name, output_field=CharField()),
        F("plan_id"),
        Cast(code, CharField()),
    )
