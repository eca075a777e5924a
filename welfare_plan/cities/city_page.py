"""A publisher's front page: who it is, its plans at a glance, how it judges."""

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse

from indicators.dashboards.headlines import headlines
from indicators.following import settings_of
from plans.decimals import decimal_text
from plans.models import Plan, Publisher
from plans.prefectures import prefecture_of
from plans.presenters import crumbs, period_over_text, period_text, plan_name
from welfare_plan.home_page import goal_count, still_to_come
from welfare_plan.site_pages.bodies import Body
from welfare_plan.site_pages.pages import terms_of_body
from welfare_plan.site_pages.statements import contacts_of, statement


def publisher_at(name: str) -> Publisher | None:
    """The publisher that an address names by its code or its slug; one query.

    A municipality comes before its council, which has the same code.
    """
    is_city = When(kind=Publisher.Kind.MUNICIPALITY, then=Value(0))
    found = Publisher.objects.filter(Q(municipality_code=name) | Q(slug=name))
    public = Plan.objects.public().filter(publisher=OuterRef("pk"))
    found = found.filter(Exists(public))
    return found.order_by(Case(is_city, default=Value(1)), "pk").first()


def city_page(publisher: Publisher, today) -> dict:
    """Two queries beside that of the publisher."""
    plans = list(_plans_around(publisher))
    own = [plan for plan in plans if plan.publisher_id == publisher.pk]
    said = headlines(plans, today)
    prefecture = prefecture_of(publisher.municipality_code)
    return {
        "crumbs": _crumbs(publisher, prefecture),
        "name": publisher.name,
        "kind": publisher.get_kind_display(),
        "prefecture": prefecture and prefecture.name,
        "sentence": f"{len(own):,}件の計画を公開しています。",
        "plans": [_card(plan, said, today) for plan in own],
        "others": _others(publisher, plans, said, today),
        "bodies": _bodies(publisher, plans),
        "contact": statement(*contacts_of(publisher)),
        "terms": terms_of_body(Body(publisher, own)),
        "code": publisher.municipality_code,
        "limits": [_limits(plan) for plan in own if plan.goal_count],
        "links": _links(publisher),
    }


def _plans_around(publisher):
    """Its own plans and those of the other bodies of the same municipality."""
    around = Q(pk=publisher.pk)
    if publisher.municipality_code:
        around |= Q(municipality_code=publisher.municipality_code)
    bodies = Publisher.objects.filter(around).order_by().values("pk")
    plans = Plan.objects.public().filter(publisher__in=bodies)
    plans = plans.select_related("publisher", "judgement_settings")
    return plans.annotate(goal_count=goal_count())


def _crumbs(publisher, prefecture):
    steps = [("都道府県からさがす", reverse("prefectures"))]
    if prefecture:
        steps.append((prefecture.name, reverse("prefecture", args=[prefecture.code])))
    return crumbs(*steps, (publisher.name, None))


def _card(plan, said, today):
    period_over = period_over_text(plan, today)
    return {
        "name": plan_name(plan),
        "is_working_title": not plan.title,
        "url": plan.get_absolute_url(),
        "dashboard_url": reverse("plan-dashboard", args=[plan.slug]),
        "whose": plan.get_kind_display(),
        "period": period_text(plan),
        "period_over": period_over,
        "progress": said.get(plan.pk) or still_to_come(plan, period_over),
    }


def _others(publisher, plans, said, today):
    return [
        {**_card(plan, said, today), "whose": plan.publisher.name}
        for plan in plans
        if plan.publisher_id != publisher.pk
    ]


def _bodies(publisher, plans):
    """The pages of the other bodies."""
    others = {plan.publisher for plan in plans} - {publisher}
    return [
        {"name": body.name, "url": body.get_absolute_url()}
        for body in sorted(others, key=lambda body: body.slug)
    ]


def _limits(plan):
    """The limits that a plan's targets are judged by, as percentages."""
    settings = settings_of(plan)
    return {
        "plan": plan_name(plan),
        "on": _percent(settings.k_on),
        "slight": _percent(settings.k_slight),
        "regress": _percent(settings.regress_tol),
        "is_own": hasattr(plan, "judgement_settings"),
    }


def _percent(share):
    return f"{decimal_text(share * 100)}%"


def _links(publisher):
    """Lists of the whole site, narrowed to this municipality."""
    code = publisher.municipality_code
    if not code:
        return []
    words = (
        ("dashboard", "目標の進み具合"),
        ("consult", "相談したい"),
        ("actions", "わたしにできること"),
        ("glossary", "用語"),
        ("sources", "原典"),
    )
    return [{"text": text, "url": f"{reverse(n)}?city={code}"} for n, text in words]
