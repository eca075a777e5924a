"""The screen of one wave: its own boxes, and a row for each survey indicator."""

from django.urls import reverse

from indicators.figures import year_text
from indicators.models import SurveyIndicator, SurveyResult, SurveyWave
from indicators.survey_change import Wave
from indicators.survey_words import (
    label_of,
    percent_text,
    reason_text,
    reference_text,
)
from indicators.surveys import FollowedSurvey, assumed_by_default, follow_surveys
from plans.admin.opened import FIELD, Opened
from plans.editing.errors import error_links
from plans.fiscal_year import era_text
from plans.models import Plan
from plans.presenters import plan_name

PUBLISHED = SurveyWave.State.PUBLISHED


def indicators_of(plan: Plan) -> list[SurveyIndicator]:
    rows = SurveyIndicator.objects.filter(plan=plan).select_related("policy")
    found = list(rows.order_by("policy__position", "position", "code"))
    for indicator in found:
        indicator.plan = plan
    return found


def results_of(wave: SurveyWave, *, lock: bool = False) -> dict[int, SurveyResult]:
    """The stored results of a wave by the key of their indicator."""
    if wave.pk is None:
        return {}
    rows = SurveyResult.objects.filter(wave=wave)
    rows = rows.select_for_update(of=("self",), no_key=True) if lock else rows
    return {result.indicator_id: result for result in rows}


def wave_page(wave: SurveyWave, indicators, sent) -> dict:
    """What the screen shows of a wave that is new, a draft or public."""
    first, *results = sent.forms
    rows = rows_of(wave.plan, indicators, [form.instance for form in results])
    return {
        **_heading(wave),
        "wave_form": first,
        "entries": [
            {**row, "form": form} for row, form in zip(rows, results, strict=True)
        ],
        "versions_field": FIELD,
        "versions": sent.versions,
        "box": sent.box,
        "mistakes": error_links(sent.forms),
    }


def publishing_page(wave: SurveyWave, indicators, results, **shown) -> dict:
    """What visitors will read of each indicator once the wave is public."""
    stored = [results[each.pk] for each in indicators if each.pk in results]
    asked = [each for each in indicators if each.pk in results]
    for result, indicator in zip(stored, asked, strict=True):
        result.wave, result.indicator = wave, indicator
    versions = Opened.now([wave, *results.values()]).text()
    rows = rows_of(wave.plan, asked, stored)
    return {
        **_heading(wave),
        "versions_field": FIELD,
        "versions": versions,
        "rows": rows,
        "left_out": len(indicators) - len(rows),
        **shown,
    }


def _heading(wave):
    year = wave.fiscal_year
    return {
        "plan_name": plan_name(wave.plan),
        "year": era_text(year) if year else "",
        "is_public": wave.state == PUBLISHED,
        "is_new": wave.pk is None,
        "entry_url": wave_url(wave),
    }


def wave_url(wave: SurveyWave) -> str:
    if wave.pk is None:
        return reverse("survey-wave-new", args=[wave.plan.slug])
    return reverse("survey-wave", args=[wave.pk])


def rows_of(plan: Plan, indicators, results: list[SurveyResult]) -> list[dict]:
    """Each indicator with its past and with the judgement of its result."""
    settings = getattr(plan, "judgement_settings", None)
    assumed_n = settings.assumed_n if settings else assumed_by_default()
    values = [
        {field.attname: getattr(each, field.attname) for field in each._meta.fields}
        for each in indicators
    ]
    surveys = follow_surveys(values, plan, assumed_n)
    return [
        {
            "policy": indicator.policy.title,
            "code": indicator.code,
            "question": indicator.question,
            "answer": indicator.answer,
            "direction": indicator.get_desired_direction_display(),
            "baseline": _baseline(indicator),
            "previous": _previous(survey, result.wave.fiscal_year),
            "share": _share(result, indicator),
            **judgement(survey, result),
        }
        for indicator, survey, result in zip(indicators, surveys, results, strict=True)
    ]


def _share(result, indicator):
    known = result.percent is not None
    return percent_text(result.percent, indicator.decimals) if known else ""


def _baseline(indicator):
    if indicator.baseline_value is None:
        return "原典に記載なし"
    share = percent_text(indicator.baseline_value, indicator.decimals)
    return f"{share}（{year_text(indicator.baseline_fiscal_year)}）"


def _previous(survey, year):
    """The published wave before this one; the baseline stands beside it already."""
    asked = [each for each in survey.later() if each.fiscal_year < (year or 0)]
    if not asked:
        return "ありません"
    share = percent_text(asked[-1].wave.percent, survey.values["decimals"])
    return f"{share}（{era_text(asked[-1].fiscal_year)}）"


def judgement(survey: FollowedSurvey, result: SurveyResult) -> dict:
    """The word and the sentence that visitors will read; empty without a result."""
    wave = result.wave
    if result.percent is None or not wave.fiscal_year:
        return {"chip": None, "reason": "", "reference": ""}
    if wave.fiscal_year <= (survey.values["baseline_fiscal_year"] or 0):
        said = "基準値の年度か、それより前の調査です。判定はしません。"
        return {"chip": None, "reason": said, "reference": ""}
    latest = Wave(
        wave.fiscal_year,
        result.percent,
        n=wave.valid_n if result.n is None else result.n,
        comparable=result.comparable,
        self_selected=wave.self_selected,
    )
    change = survey.change(latest)
    label = label_of(change, survey.baseline, latest)
    decimals = survey.values["decimals"]
    return {
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
        "reason": reason_text(survey.baseline, latest, change, decimals),
        "reference": reference_text(survey.baseline, latest, change, survey.assumed_n),
    }
