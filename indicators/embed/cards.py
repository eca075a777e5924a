"""What an embedded target or policy says: the same as its page or its dashboard."""

from urllib.parse import urlencode

from django.urls import reverse

from indicators.dashboards.pages import plan_dashboard
from indicators.followed_rows import COLUMNS
from indicators.following import follow_rows
from indicators.models import Target
from indicators.presenters.plan_year import year_of_plan, year_parts
from indicators.presenters.targets import target_row
from plans.fiscal_year import long_text
from plans.models import BasicPolicy
from plans.page_words import SITE_TERM, samples_and_terms, site_part
from plans.parts import fetch_parts
from plans.presenters import (
    period_over_text,
    plan_name,
    policy_label,
    publisher_text,
)


def target_card(target: Target, today) -> dict:
    """Two queries beside that of the target."""
    plan = target.plan
    parts = fetch_parts(site_part(), *year_parts(plan.pk))
    year = year_of_plan(parts, plan, today)
    columns = {name: getattr(target, name) for name in COLUMNS}
    (followed,) = follow_rows([columns], [target.pk])
    row = target_row(followed, plan, year, today)
    figures = (
        ("実績", row["value"]),
        ("基準値", row["baseline"]),
        ("目標", row["goal"]),
    )
    return {
        **_of_plan(plan),
        "label": plan.target_label,
        "title": row["title"],
        "scope_note": row["scope_note"],
        "year": long_text(year),
        "chips": [row["chip"]] if row["chip"] else [],
        "sentence": row["reason"] or period_over_text(plan, today),
        "figures": [(label, text) for label, text in figures if text],
        "url": row["url"],
        "is_sample": _is_sample(parts),
    }


def policy_card(policy: BasicPolicy, today) -> dict:
    """The counts of the policy's dashboard; three queries beside that of the policy."""
    plan = policy.plan
    board = plan_dashboard(plan, {"policy": policy.code}, today)
    tiles = board.get("tiles", [])
    chips = [{**tile["chip"], "count": f"{tile['count']}件"} for tile in tiles]
    base = reverse("plan-dashboard", args=[plan.slug])
    return {
        **_of_plan(plan),
        "label": policy_label(policy.label, policy.code, plan),
        "title": policy.title,
        "scope_note": "",
        "year": board["year"],
        "chips": chips,
        "sentence": "".join(board["verdict"]),
        "figures": [],
        "url": f"{base}?{urlencode({'policy': policy.code})}",
        "is_sample": _is_sample(board),
    }


def _is_sample(parts):
    is_sample, _ = samples_and_terms(parts[SITE_TERM])
    return is_sample


def _of_plan(plan):
    return {
        "plan": plan_name(plan),
        "is_working_title": not plan.title,
        "publisher": publisher_text(plan),
    }
