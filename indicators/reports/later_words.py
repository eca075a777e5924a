"""Reviews, opinions and surveys that were published or corrected after a pack.

They are read from the history, in one query.
"""

from itertools import pairwise

from django.db.models import Case, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from indicators.models import CouncilReport, SurveyIndicator, SurveyResult, SurveyWave
from indicators.presenters.voices import OPINION_WORDS, REVIEW_WORDS
from indicators.survey_corrections import (
    INDICATOR_WORDS,
    WAVE_WORDS,
    indicator_history_part,
    result_history_part,
    result_words,
    wave_history_part,
)
from initiatives.corrections import (
    PUBLISHED,
    by_record,
    correction_words,
    history_part,
)
from initiatives.models import CommitteeOpinion, Review
from plans.fiscal_year import era_text
from plans.models import Plan
from plans.parts import fetch_parts

FIRST = "この資料のあとに、はじめて公表しました。"
UNKNOWN = "登録なし"
_LEVELS = ("initiative", "measure", "policy")


def later_words(report: CouncilReport, plan: Plan) -> list[dict]:
    """Rows for the sheet of corrections, each with the `date` of its change."""
    parts = fetch_parts(*_parts(report, plan))
    return [
        *_of_records(parts["review_history"], REVIEW_WORDS, _review_name(plan)),
        *_of_records(parts["opinion_history"], OPINION_WORDS, _opinion_name(plan)),
        *_of_waves(parts["wave_history"]),
        *_of_results(parts, plan),
        *_of_indicators(parts["indicator_history"], plan),
    ]


def _parts(report, plan):
    late = Case(When(history_date__gt=report.published_at, then=1), default=0)
    own = {"plan": plan, "fiscal_year": report.fiscal_year}
    until = {"plan": plan, "fiscal_year__lte": report.fiscal_year}
    asked = {"plan": plan, "wave__fiscal_year__lte": report.fiscal_year}
    return (
        _review_part(Review.history.filter(**own), late),
        history_part(
            "opinion_history",
            CommitteeOpinion.history.filter(**own),
            state="state",
            late=late,
            year="fiscal_year",
            text="text",
            policy="policy__code",
            title="policy__title",
        ),
        wave_history_part(SurveyWave.history.filter(**until), late=late),
        result_history_part(
            SurveyResult.history.filter(**asked),
            late=late,
            wave="wave_id",
            survey="indicator__code",
            title="indicator__question",
            decimals="indicator__decimals",
        ),
        indicator_history_part(
            SurveyIndicator.history.filter(plan=plan),
            late=late,
            year=Value(report.fiscal_year),
            title="question",
        ),
    )


def _review_part(rows, late):
    titles = (f"{level}__title" for level in _LEVELS)
    return history_part(
        "review_history",
        rows,
        state="state",
        late=late,
        year="fiscal_year",
        rating="rating",
        comment="comment",
        title=Coalesce(*titles),
        **{level: f"{level}__code" for level in _LEVELS},
    )


def _review_name(plan):
    def name(row):
        level = next(level for level in _LEVELS if row[level])
        return {
            "url": reverse(f"{level}-detail", args=[plan.slug, row[level]]),
            "title": f"{row['title']}（担当課評価）",
        }

    return name


def _opinion_name(plan):
    return lambda row: {
        "url": reverse("policy-detail", args=[plan.slug, row["policy"]]),
        "title": f"{row['title']}（委員会意見）",
    }


def _of_records(rows, words, name):
    for own in by_record(rows).values():
        for before, after in pairwise([None, *own]):
            if not after["late"] or after["state"] != PUBLISHED:
                continue
            was_public = before and before["state"] == PUBLISHED
            if was_public:
                yield from _correction(before, after, words, name(after))
            elif before or after["kind"] == "+":
                yield _first(after, words, name(after))


def _of_waves(rows):
    """Corrections alone: what a new wave says, its results say."""
    for row in _of_records(rows, WAVE_WORDS, _wave_name):
        if row["before"] != UNKNOWN:
            yield row


def _wave_name(row):
    return {"url": "", "title": "市民アンケート"}


def _of_results(parts, plan):
    waves = by_record(parts["wave_history"])
    for own in by_record(parts["result_history"]).values():
        wave = [row for row in waves[own[0]["wave"]] if row["state"] == PUBLISHED]
        if not wave:
            continue
        words = result_words(own[0]["decimals"])
        name = {
            "url": reverse("survey-detail", args=[plan.slug, own[0]["survey"]]),
            "title": f"{own[0]['title']}（市民アンケート）",
        }
        # Until a reason was given nobody had seen the result.
        unseen = [row for row in own if not row["reason"]]
        if wave[0]["late"] or own[0]["late"]:
            shown = max(wave[0]["day"], unseen[-1]["day"])
            yield _first({**unseen[-1], "day": shown}, words, name)
        for before, after in pairwise(own):
            if after["late"] and after["reason"]:
                yield from _correction(before, after, words, name)


def _of_indicators(rows, plan):
    """What results are compared by has no year: it stands under that of the pack."""
    for own in by_record(rows).values():
        for before, after in pairwise(own):
            if after["late"] and after["reason"]:
                name = {
                    "url": reverse("survey-detail", args=[plan.slug, after["code"]]),
                    "title": f"{after['title']}（評価項目）",
                }
                yield from _correction(before, after, INDICATOR_WORDS, name)


def _first(row, words, name):
    return {
        **name,
        "year": era_text(row["year"]),
        "date": row["day"],
        "day": correction_words(row, row, {})["day"],
        "before": UNKNOWN,
        "after": _said((what, said(row)) for what, said in words.items()),
        "chip": None,
        "reason": FIRST,
    }


def _correction(before, after, words, name):
    found = correction_words(before, after, words)
    changes = found.pop("changes")
    if changes:
        yield {
            **name,
            **found,
            "year": era_text(after["year"]),
            "date": after["day"],
            "before": _said((each["what"], each["before"]) for each in changes),
            "after": _said((each["what"], each["after"]) for each in changes),
            "chip": None,
        }


def _said(pairs):
    return "、".join(f"{what}：{said}" for what, said in pairs)
