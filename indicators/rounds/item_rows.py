"""One item of a round as ready strings."""

from indicators.rounds.standing import STATES
from plans.person_names import person_name
from plans.presenters import plan_name
from plans.versions import version_of


def item_row(item, state: str) -> dict:
    """What an item asks for, who owes it, and how far it has come."""
    subject = item.subject
    return {
        "key": str(item.pk),
        "version": version_of(item),
        "kind": "実績" if item.target_id else "担当課評価",
        "title": subject_title(subject),
        "url": subject.get_absolute_url(),
        "plan": plan_name(subject.plan),
        "department": item.department.name if item.department else "決まっていません",
        "person": person_name(item.person) if item.person else "",
        "state": STATES[state],
    }


def subject_title(subject) -> str:
    """The printed label and title of a target or of a part of a plan."""
    return " ".join(filter(None, (getattr(subject, "label", ""), subject.title)))
