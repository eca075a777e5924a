"""What a dataset page says of itself in the words of https://schema.org/Dataset."""

from plans.licences import LICENCE_IDS
from plans.models import Plan
from plans.presenters import plan_name
from welfare_plan.open_data.columns import page_url
from welfare_plan.open_data.descriptions.period import days_of

_FILES = (
    ("csv.zip", "application/zip"),
    (
        "plan.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
)


def dataset_of(plan: Plan) -> dict:
    name, publisher = plan_name(plan), plan.publisher
    return {
        "name": f"{name}のデータ",
        "description": f"{name}の本文、目標、実績と、実績の判定です。",
        "url": page_url("plan-data", plan.slug),
        "place": plan.area_name,
        "period": _interval(*days_of(plan)),
        "licence": LICENCE_IDS.get(publisher.licence, "") if publisher else "",
        "publisher": publisher.name if publisher else "",
        "files": [
            {"url": page_url("plan-data-file", plan.slug, file), "media": media}
            for file, media in _FILES
        ],
    }


def _interval(start: str, end: str) -> str:
    """2024-04-01/2031-03-31; two dots for an end that is not printed."""
    return f"{start or '..'}/{end or '..'}" if start or end else ""
