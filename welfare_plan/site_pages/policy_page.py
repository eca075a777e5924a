"""ウェブアクセシビリティ方針: what each body aims at, and how far that is reached."""

from django.urls import reverse

from plans.fiscal_year import day_text
from plans.models import Publisher
from plans.presenters import crumbs
from welfare_plan.site_pages.bodies import bodies_shown
from welfare_plan.site_pages.checked import Judged, judged, last_run
from welfare_plan.site_pages.conformance import conformance_word
from welfare_plan.site_pages.statements import contacts_of, operator, statement

# A page that conforms to a level conforms to those below it.
_INCLUDED = {"A": {"A"}, "AA": {"A", "AA"}}


def accessibility_page(values) -> dict:
    shown = bodies_shown(values, reverse("accessibility"))
    run = last_run()
    rows = judged(run)
    return {
        **shown,
        "crumbs": crumbs(("ウェブアクセシビリティ方針", None)),
        "tested_on": day_text(run.day) if run.day else "",
        "operator": operator(),
        "bodies": [
            {**body.heading(), "stated": _statement(body.publisher, rows)}
            for body in shown["bodies"]
        ],
    }


def _statement(publisher: Publisher | None, rows: list[Judged]) -> dict:
    """The body's own words, and how to reach it."""
    publisher = publisher or Publisher()
    due, level = publisher.accessibility_due_on, publisher.accessibility_level
    return statement(
        ("目標とする適合レベル", f"適合レベル{level}" if level else ""),
        ("満たす期限", day_text(due) if due else ""),
        ("対応度", _conformance(level, rows) if level else ""),
        ("例外", publisher.accessibility_exceptions),
        *contacts_of(publisher),
    )


def _conformance(level: str, rows: list[Judged]) -> str:
    word = conformance_word(
        [row.outcome for row in rows if row.criterion.level in _INCLUDED[level]]
    )
    return f"JIS X 8341-3:2016の適合レベル{level}に{word}"
