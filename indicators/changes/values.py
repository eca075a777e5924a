"""The stories of publications: values of targets, and the council's packs."""

import json
from decimal import Decimal

from django.db.models import F, Max, OuterRef, Subquery, TextField, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from indicators.models import CouncilReport, Observation, PublishedValue
from indicators.presenters.target_history import (
    event_words,
    figure_words,
    reason_words,
)
from indicators.stored_terms import stored_terms
from plans.changes.history_story import as_text
from plans.changes.public_times import PUBLIC
from plans.changes.told import Told
from plans.fiscal_year import era_text, short_text

_NOT_GATHERED = Value("", output_field=TextField())
_COLUMNS = {
    **as_text("value"),
    **{
        name: name
        for name in (
            "revision",
            "value_state",
            "provisional",
            "is_correction",
            "correction_reason",
            "terms",
        )
    },
}
_SUPPRESSED = Observation.ValueState.SUPPRESSED


class ValueStory:
    """A value is told as its publication froze it; a number withheld later is not."""

    kind = "value"
    needs_public_plan = False

    def places(self, plan, last_finished):
        path = "observation__target__plan"
        rows = PublishedValue.objects.filter(**{f"{path}__state__in": PUBLIC})
        if plan is not None:
            rows = rows.filter(**{path: plan})
        return rows.annotate(
            news_moment=F("published_at"),
            news_number=F("id"),
            news_plan=F(f"{path}__id"),
            news_gathered=_NOT_GATHERED,
        )

    def details(self, numbers):
        others = PublishedValue.objects.filter(observation=OuterRef("observation"))
        before = others.filter(revision__lt=OuterRef("revision")).order_by("-revision")
        withheld = (
            others.filter(value_state=_SUPPRESSED).order_by().values("observation")
        )
        target = "observation__target"
        return PublishedValue.objects.filter(pk__in=numbers).annotate(
            news_number=F("id"),
            news_row=JSONObject(
                record="observation_id",
                slug=f"{target}__plan__slug",
                label=f"{target}__plan__target_label",
                code=f"{target}__code",
                name=f"{target}__name",
                goal_text=f"{target}__goal_text",
                year="observation__fiscal_year",
                until=Subquery(_last(withheld)),
                before=Subquery(before.values(columns=JSONObject(**_COLUMNS))[:1]),
                now=JSONObject(**_COLUMNS),
            ),
        )

    def tell(self, row):
        year, until = row["year"], row["until"] or 0
        before, now = (_publication(row[name]) for name in ("before", "now"))
        figures = [figure_words(each, year, until) for each in (before, now) if each]
        name = row["name"] or row["goal_text"]
        return Told(
            sentence=(
                f"{row['label']}「{name}」の{era_text(year)}の"
                f"{event_words(before, now)}しました："
                f"{' → '.join(dict.fromkeys(figures))}"
            ),
            url=reverse("target-detail", args=[row["slug"], row["code"]]),
            reason=reason_words(now, until),
        )


def _publication(columns):
    """The columns as the pages of targets know them."""
    if columns is None:
        return None
    terms = columns["terms"]
    return {
        **columns,
        "value": None if columns["value"] is None else Decimal(columns["value"]),
        # SQLite hands JSON inside of JSON on as text.
        "terms": stored_terms(json.loads(terms) if isinstance(terms, str) else terms),
    }


def _last(publications):
    return publications.values("observation").values(last=Max("revision"))


class ReportStory:
    kind = "report"
    needs_public_plan = False

    def places(self, plan, last_finished):
        rows = CouncilReport.objects.filter(plan__state__in=PUBLIC)
        if plan is not None:
            rows = rows.filter(plan=plan)
        return rows.annotate(
            news_moment=F("published_at"),
            news_number=F("id"),
            news_plan=F("plan__id"),
            news_gathered=_NOT_GATHERED,
        )

    def details(self, numbers):
        return CouncilReport.objects.filter(pk__in=numbers).annotate(
            news_number=F("id"),
            news_row=JSONObject(record="id", slug="plan__slug", year="fiscal_year"),
        )

    def tell(self, row):
        return Told(
            sentence=f"{era_text(row['year'])}の議会・委員会の資料を公表しました。",
            url=reverse("report-detail", args=[row["slug"], short_text(row["year"])]),
        )
