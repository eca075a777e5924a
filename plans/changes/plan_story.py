"""The story of a plan itself: it came, its words changed, it ended."""

from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse

from plans.changes.field_words import field_words
from plans.changes.history_rows import CHANGED
from plans.changes.history_story import HistoryStory, text_columns
from plans.changes.public_times import PUBLIC
from plans.changes.told import Told, told_changes
from plans.history_reasons import HISTORY_BEGAN, told_reason
from plans.models import Plan

_FIELDS = (
    "title",
    "working_title",
    "kind",
    "publisher_as_printed",
    "issued_as_printed",
    "period_start_fy",
    "period_end_fy",
    "level1_label",
    "level2_label",
    "level3_label",
    "activity_label",
    "target_label",
)
_STATES = {
    "published": "を公開しました。",
    "archived": "を、終了した計画として公開しました。",
}


class PlanStory(HistoryStory):
    """Unlike its parts a plan tells of the moment in which it became public."""

    needs_public_plan = False

    def __init__(self):
        super().__init__(
            kind="plan",
            model=Plan,
            columns=text_columns("state", *_FIELDS),
            words=field_words(Plan, *_FIELDS),
            word=lambda row: "計画",
            name=lambda row: row["title"] or row["working_title"],
            page=lambda row: "",
        )

    def places(self, plan, last_finished):
        public = Plan.objects.filter(state__in=PUBLIC).values("pk")
        keys = public if plan is None else [plan]
        rows = self._history.filter(state__in=PUBLIC, id__in=keys).annotate(
            news_old=Cast(self._before(), TextField()),
            news_new=Cast(JSONObject(**self.columns), TextField()),
        )
        return rows.exclude(Q(history_type=CHANGED, news_old=F("news_new"))).annotate(
            news_moment=F("history_date"),
            news_number=F("history_id"),
            news_plan=F("id"),
            news_gathered=Value("", output_field=TextField()),
        )

    def details(self, numbers):
        return self._history.filter(history_id__in=numbers).annotate(
            news_number=F("history_id"),
            news_row=JSONObject(
                record="id",
                number="history_id",
                type="history_type",
                reason="history_change_reason",
                before=self._before(),
                after=JSONObject(**self.columns),
                withheld=self._withheld(),
                # The address may be another one by now.
                slug=Subquery(
                    Plan.objects.filter(pk=OuterRef("id")).values("slug")[:1]
                ),
            ),
        )

    def tell(self, row):
        before, after = row["before"], row["after"]
        hides = self.is_withheld(row)
        subject = "計画" if hides else f"「{self.name(after)}」"
        done, changes = "の内容を直しました。", []
        if row["reason"] == HISTORY_BEGAN:
            done = "の更新の記録を始めました。"
        elif before is None or before["state"] not in PUBLIC:
            done = _STATES[after["state"]]
        elif before["state"] != after["state"]:
            done = _STATES[after["state"]]
            changes = told_changes(before, after, self.words)
        else:
            changes = told_changes(before, after, self.words)
        return Told(
            sentence=f"{subject}{done}",
            url=reverse("plan-detail", args=[row["slug"]]),
            changes=[] if hides else changes,
            reason="" if hides else told_reason(row["reason"]),
        )
