"""Surveys that were published or corrected after a pack, as rows for its sheet."""

from itertools import pairwise

from django.db.models import Value
from django.urls import reverse

from indicators.models import CouncilReport, SurveyIndicator, SurveyResult, SurveyWave
from indicators.reports.later_rows import UNKNOWN, correction, first, of_records
from indicators.survey_corrections import (
    INDICATOR_WORDS,
    WAVE_WORDS,
    indicator_history_part,
    result_history_part,
    result_words,
    wave_history_part,
)
from initiatives.corrections import PUBLISHED, by_record
from plans.models import Plan


def survey_parts(report: CouncilReport, plan: Plan, late) -> tuple:
    """The histories of waves, results and indicators; `late` marks what came after."""
    until = {"plan": plan, "fiscal_year__lte": report.fiscal_year}
    asked = {"plan": plan, "wave__fiscal_year__lte": report.fiscal_year}
    return (
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


def later_surveys(parts: dict[str, list[dict]], plan: Plan) -> list[dict]:
    return [
        *_of_waves(parts["wave_history"]),
        *_of_results(parts, plan),
        *_of_indicators(parts["indicator_history"], plan),
    ]


def _of_waves(rows):
    """Corrections alone: what a new wave says, its results say."""
    for row in of_records(rows, WAVE_WORDS, _wave_name):
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
            yield first({**unseen[-1], "day": shown}, words, name)
        for before, after in pairwise(own):
            if after["late"] and after["reason"]:
                yield from correction(before, after, words, name)


def _of_indicators(rows, plan):
    """What results are compared by has no year: it stands under that of the pack."""
    for own in by_record(rows).values():
        for before, after in pairwise(own):
            if after["late"] and after["reason"]:
                name = {
                    "url": reverse("survey-detail", args=[plan.slug, after["code"]]),
                    "title": f"{after['title']}（評価項目）",
                }
                yield from correction(before, after, INDICATOR_WORDS, name)
