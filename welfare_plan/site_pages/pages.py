"""このサイトについて, 利用規約, お問い合わせ and プライバシー as plain values."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from plans.licences import LICENCE_TEXTS
from plans.models import Plan, Publisher
from plans.presenters import crumbs, plan_name
from welfare_plan.site_pages.bodies import Body, bodies_shown
from welfare_plan.site_pages.statements import (
    UNSET,
    contacts_of,
    operator,
    statement,
)
from welfare_plan.version import VERSION

_NOT_SETTLED = f"{UNSET}。利用条件は計画を作った団体にお問い合わせください。"
_UNNAMED = (
    f"{UNSET}。原典の掲載部分に、発行者の記載がありません。"
    "利用条件は計画を作った団体にお問い合わせください。"
)


def about_page(values) -> dict:
    shown = bodies_shown(values, reverse("about"))
    return {
        **shown,
        "crumbs": crumbs(("このサイトについて", None)),
        "operator": operator(),
        "version": VERSION,
        "bodies": [body.heading() for body in shown["bodies"]],
    }


def terms_page(values) -> dict:
    shown = bodies_shown(values, reverse("terms"))
    return {
        **shown,
        "crumbs": crumbs(("利用規約", None)),
        "bodies": [
            {**body.heading(), **terms_of_body(body)} for body in shown["bodies"]
        ],
    }


def terms_of_body(body: Body) -> dict:
    """The licence of a body and the lines to cite it by, or that they are not settled.

    `unset` is the sentence for where there is no licence.
    """
    licence = body.publisher.licence if body.publisher else ""
    return {
        "licence": Publisher.Licence(licence).label if licence else "",
        "licence_url": LICENCE_TEXTS.get(licence, ""),
        "unset": _UNNAMED if body.publisher is None else _NOT_SETTLED,
        "citations": _citations(body),
        "uncited": _uncited(body),
    }


def _citations(body: Body) -> list[str]:
    """The line that users add, the publisher's own or one for each plan."""
    if not body.publisher:
        return []
    if body.publisher.citation:
        return [body.publisher.citation]
    return [f"{body.name}「{plan_name(plan)}」" for plan in _titled(body.plans)]


def _uncited(body: Body) -> str:
    """The plans without such a line, and why."""
    if not body.publisher or body.publisher.citation:
        return ""
    names = [plan_name(plan) for plan in body.plans if not plan.title]
    if not names:
        return ""
    why = "正式な名称が分からないため、出典の書き方を決めていない計画"
    return f"{why}：{'、'.join(names)}"


def _titled(plans: list[Plan]) -> list[Plan]:
    """A working title is ours: nobody shall cite a plan by it."""
    return [plan for plan in plans if plan.title]


def contact_page(values) -> dict:
    shown = bodies_shown(values, reverse("contact"))
    return {
        **shown,
        "crumbs": crumbs(("お問い合わせ", None)),
        "operator": operator(),
        "bodies": [
            {**body.heading(), "contact": statement(*contacts_of(body.publisher))}
            for body in shown["bodies"]
        ],
    }


def privacy_page() -> dict:
    """How long things are kept is read from the settings that keep them."""
    return {
        "crumbs": crumbs(("プライバシー", None)),
        "operator": operator(),
        "session_days": timedelta(seconds=settings.SESSION_COOKIE_AGE).days,
        "token_days": timedelta(seconds=settings.CSRF_COOKIE_AGE).days,
    }
