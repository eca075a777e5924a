"""The latest wave of a survey indicator beside its baseline, as columns of a row."""

from decimal import ROUND_HALF_UP, Decimal

from indicators.survey_change import Change, SurveyChange, Wave
from indicators.survey_words import (
    LABELS,
    label_of,
    margin_text,
    percent_text,
    points_text,
)
from indicators.surveys import FollowedSurvey


def compared(survey: FollowedSurvey, year: int) -> dict:
    """What the latest wave that is not after the year says, beside the baseline."""
    later = survey.later(until=year)
    if not later:
        return _columns(LABELS[Change.NOT_SURVEYED])
    baseline, latest = survey.baseline, later[-1].wave
    result, decimals = survey.change(latest), survey.values["decimals"]
    found = {
        "latest": percent_text(latest.percent, decimals),
        "latest_year": latest.fiscal_year,
    }
    if result.margin_squared is None:
        return _columns(label_of(result, baseline, latest), **found)
    return _columns(
        label_of(result, baseline, latest),
        **found,
        points=points_text(_difference(baseline, latest, decimals), decimals),
        margin=_margin(result, decimals),
    )


def _difference(baseline: Wave, latest: Wave, decimals: int) -> Decimal:
    """Between the printed figures, so that a reader's own sum comes out the same."""
    step = Decimal(1).scaleb(-decimals)
    start, end = (
        wave.percent.quantize(step, rounding=ROUND_HALF_UP)
        for wave in (baseline, latest)
    )
    return end - start


def _margin(result: SurveyChange, decimals: int) -> str:
    """誤差 ±1.8ポイント, marked 参考 where a size was assumed or is very small."""
    reference = "・参考" if result.for_reference else ""
    return f"誤差 {margin_text(result, decimals)}{reference}"


def _columns(label, *, latest="", latest_year=None, points="", margin=""):
    return {
        "latest": latest,
        "latest_year": latest_year,
        "points": points,
        "margin": margin,
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
    }
