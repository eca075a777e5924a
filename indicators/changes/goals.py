"""The story of revised goals: from when, the old goal, the new one, and why."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from indicators.models import GoalRevision
from indicators.presenters.terms_history import goal_text
from plans.changes.differences import whole
from plans.changes.history_story import HistoryStory, as_text, text_columns
from plans.changes.texts import page_of
from plans.changes.told import Told, ToldChange
from plans.fiscal_year import era_text

_GOAL = ("goal_state", "goal_unit", "goal_fiscal_year", "goal_text")
_DONE = {
    "+": "見直しました",
    "~": "見直しの内容を直しました",
    "-": "見直しを取りやめました",
}


def _goal_columns(prefix=""):
    columns = {name: F(f"{prefix}{name}") for name in _GOAL}
    value = as_text(f"{prefix}goal_value")[f"{prefix}goal_value"]
    return {**columns, "goal_value": value}


def _earlier():
    """The goal that held before: of the revision before, if there is one."""
    revisions = GoalRevision.objects.filter(
        target=OuterRef("target_id"),
        effective_from_fy__lt=OuterRef("effective_from_fy"),
    ).order_by("-effective_from_fy")
    columns = JSONObject(**_goal_columns(), decimals=F("target__decimals"))
    return Subquery(revisions.values(columns=columns)[:1])


@dataclass(frozen=True)
class GoalStory(HistoryStory):
    def tell(self, row):
        about, after = row["about"], row["after"]
        values = {**about, **after}
        subject = f"{self.word(values)}「{self.name(values)}」の目標"
        since = era_text(after["effective_from_fy"])
        is_withdrawn = self.is_withheld(row)
        told = is_withdrawn or row["type"] == "-"
        old = goal_text(about["earlier"] or about["first"])
        new = goal_text({**after, "decimals": about["first"]["decimals"]})
        return Told(
            sentence=f"{subject}を、{since}の分から{_DONE[row['type']]}。",
            url=self.page(values),
            changes=[] if told else [ToldChange("目標", whole(old), whole(new))],
            reason="" if is_withdrawn else after["reason"],
        )


def goal_story() -> GoalStory:
    return GoalStory(
        kind="goal",
        model=GoalRevision,
        columns={
            **text_columns("effective_from_fy", "reason"),
            **_goal_columns(),
            "decided_on": as_text("decided_on")["decided_on"],
        },
        words={},
        word=lambda row: row["label"],
        name=lambda row: row["name"] or row["target_goal_text"],
        page=page_of("target-detail"),
        about={
            "label": F("target__plan__target_label"),
            "code": F("target__code"),
            "name": F("target__name"),
            "target_goal_text": F("target__goal_text"),
            "earlier": _earlier(),
            "first": JSONObject(
                **_goal_columns("target__"), decimals=F("target__decimals")
            ),
        },
    )
