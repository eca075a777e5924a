"""Survey indicators as rows: question, answer, baseline and direction in words."""

from django.urls import reverse

from indicators.figures import figure_text, year_text

_ARROWS = {"increase": ("↗", "増やす"), "decrease": ("↘", "減らす")}

_COLUMNS = (
    "code",
    "label",
    "question",
    "answer",
    "baseline_value",
    "baseline_fiscal_year",
    "decimals",
    "desired_direction",
)


def survey_rows(surveys, plan) -> list[dict]:
    """One row a survey indicator, in one query."""
    return [survey_row(values, plan) for values in surveys.values(*_COLUMNS)]


def survey_row(values: dict, plan) -> dict:
    arrow, word = _ARROWS[values["desired_direction"]]
    return {
        "code": values["code"],
        "label": values["label"],
        "url": reverse("survey-detail", args=[plan.slug, values["code"]]),
        "question": values["question"],
        "answer": values["answer"],
        "baseline": survey_baseline_text(values),
        "arrow": arrow,
        "direction": word,
    }


def survey_baseline_text(values: dict) -> str:
    """30.2%（令和5年度）, or the words for a baseline that is not printed."""
    if values["baseline_value"] is None:
        return "原典に記載なし"
    figure = figure_text(values["baseline_value"], values["decimals"], "%")
    return f"{figure}（{year_text(values['baseline_fiscal_year'])}）"
