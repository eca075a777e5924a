"""The story of a record with a history: what changed of it while its plan was public.

What staff withdrew is not told: after a row with the mark of `plans.history_reasons`,
or after the record was deleted, none of its older words are repeated.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse

from plans.changes.history_rows import CHANGED, CREATED, DELETED
from plans.changes.public_times import PUBLIC
from plans.changes.told import Told, told_changes
from plans.changes.tracked import plan_path
from plans.history_reasons import (
    WITHHELD_MARK,
    gathered_reasons,
    told_reason,
)
from plans.history_start import IS_LATER

NOT_TOLD = "前の言葉は公開していません。"
_DONE = {
    CREATED: "を加えました。",
    CHANGED: "を直しました。",
    DELETED: "を削りました。",
}
_GATHERED = Case(
    When(gathered_reasons("history_change_reason"), then=F("history_change_reason")),
    default=Value(""),
    output_field=TextField(),
)


@dataclass(frozen=True)
class HistoryStory:
    """`words` says each public part of a record from the `columns` of its rows.

    `about` are columns that other records say; `word` and `name` make the sentence and
    `page` gives the address, from all columns of a row together. `only` names the rows
    that are public where the fiscal years up to one are over.
    """

    kind: str
    model: type
    columns: dict
    words: dict[str, Callable[[dict], str]]
    word: Callable[[dict], str]
    name: Callable[[dict], str]
    page: Callable[[dict], str]
    about: dict = field(default_factory=dict)
    only: Callable[[int], Q] = field(default=lambda last_finished: Q())
    needs_public_plan = True

    def places(self, plan, last_finished):
        path = plan_path(self.model)
        rows = self._history.filter(
            self.only(last_finished), **{f"{path}__state__in": PUBLIC}
        )
        if plan is not None:
            rows = rows.filter(**{path: plan})
        rows = rows.filter(IS_LATER).annotate(
            news_old=Cast(self._before(), TextField()),
            news_new=Cast(JSONObject(**self.columns), TextField()),
        )
        return rows.exclude(history_type=CHANGED, news_old=F("news_new")).annotate(
            news_moment=F("history_date"),
            news_number=F("history_id"),
            news_plan=F(f"{path}__id"),
            news_gathered=_GATHERED,
        )

    def details(self, numbers):
        path = plan_path(self.model)
        about = {"plan_slug": f"{path}__slug", **self.about}
        return self._history.filter(history_id__in=numbers).annotate(
            news_number=F("history_id"),
            news_row=JSONObject(
                record="id",
                number="history_id",
                type="history_type",
                reason="history_change_reason",
                before=self._before(),
                after=JSONObject(**self.columns),
                about=JSONObject(**about),
                withheld=self._withheld(),
            ),
        )

    def tell(self, row):
        values = {**row["about"], **row["after"]}
        if self.is_withheld(row):
            return self._told_without_words(row, values)
        return Told(
            sentence=f"{self.word(values)}「{self.name(values)}」{_DONE[row['type']]}",
            url=self.page(values),
            changes=self._changes(row),
            reason=told_reason(row["reason"]),
        )

    @staticmethod
    def is_withheld(row) -> bool:
        return row["number"] <= (row["withheld"] or 0)

    def _changes(self, row):
        if row["type"] != CHANGED or row["before"] is None:
            return []
        return told_changes(row["before"], row["after"], self.words)

    def _told_without_words(self, row, values):
        return Told(
            sentence=f"{self.word(values)}{_DONE[row['type']]}{NOT_TOLD}",
            url=reverse("plan-detail", args=[values["plan_slug"]]),
        )

    @property
    def _history(self):
        return self.model.history.model.objects

    def _before(self):
        previous = self._history.filter(
            id=OuterRef("id"), history_id__lt=OuterRef("history_id")
        ).order_by("-history_id")
        columns = JSONObject(**self.columns)
        return Subquery(previous.values(news_columns=columns)[:1])

    def _withheld(self):
        """The last row up to which the record's words are not told, if there is one."""
        marked = Q(history_change_reason__startswith=WITHHELD_MARK)
        rows = self._history.filter(
            marked | Q(history_type=DELETED), id=OuterRef("id")
        ).order_by("-history_id")
        return Subquery(rows.values("history_id")[:1])


def text_columns(*names: str) -> dict:
    return {name: name for name in names}


def as_text(*names: str) -> dict:
    """Columns of decimals: as JSON numbers they would turn into floats."""
    return {name: Cast(name, CharField()) for name in names}
