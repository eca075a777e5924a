"""Survey indicators on a dashboard: baseline, direction, and the change once known."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.urls import reverse

from indicators.dashboards.survey_comparison import compared
from indicators.models import SurveyIndicator, SurveyResult, SurveyWave
from indicators.survey_change import Wave
from indicators.survey_words import percent_text
from indicators.surveys import AskedWave, FollowedSurvey, assumed_by_default
from plans.fiscal_year import short_text
from plans.models import Plan
from plans.parts import part

_ARROWS = {"increase": ("↗", "増やす"), "decrease": ("↘", "減らす")}


def survey_parts(plan: int) -> tuple:
    """The survey indicators, published waves and their results, by the plan's key.

    Percentages travel as text: as JSON numbers they would turn into floats.
    """
    published = SurveyWave.State.PUBLISHED
    own_code = Cast("pk", CharField())
    waves = SurveyWave.objects.filter(plan=plan, state=published)
    results = SurveyResult.objects.filter(plan=plan, wave__state=published)
    return (
        part(
            "survey",
            SurveyIndicator.objects.filter(plan=plan),
            below=("policy__position",),
            id="id",
            question="question",
            answer="answer",
            policy_id="policy_id",
            baseline_value=Cast("baseline_value", CharField()),
            baseline_fiscal_year="baseline_fiscal_year",
            decimals="decimals",
            desired_direction="desired_direction",
        ),
        part(
            "wave",
            waves.annotate(code=own_code, position=F("fiscal_year")),
            year="fiscal_year",
            n="valid_n",
            self_selected="self_selected",
        ),
        part(
            "survey_result",
            results.annotate(code=own_code, position=F("wave__fiscal_year")),
            indicator="indicator_id",
            year="wave__fiscal_year",
            percent=Cast("percent", CharField()),
            n="n",
            comparable="comparable",
        ),
    )


def survey_board(
    plan: Plan, parts: dict, policies: list[dict], year: int
) -> dict | None:
    """The indicators below the policies; None where there is none.

    The baseline stands against the latest published wave that is not after the year.
    """
    labels = {row["id"]: row["label"] for row in policies}
    rows = [
        _row(plan, survey, labels[survey.values["policy_id"]], year)
        for survey in _followed(plan, parts)
        if survey.values["policy_id"] in labels
    ]
    if not rows:
        return None
    years = _years_text(rows)
    for row in rows:
        row["figures"] = _figures(row, with_years=not years)
    return {
        "rows": rows,
        "has_changes": any(row["latest"] for row in rows),
        "years": years,
    }


def _followed(plan, parts):
    """The indicators with their waves, from the rows of the page's one query."""
    settings = getattr(plan, "judgement_settings", None)
    assumed_n = settings.assumed_n if settings else assumed_by_default()
    results = defaultdict(dict)
    for row in parts["survey_result"]:
        results[row["indicator"]][row["year"]] = row
    for values in parts["survey"]:
        own = results[values["id"]]
        asked = tuple(_asked(wave, own.get(wave["year"])) for wave in parts["wave"])
        yield FollowedSurvey(values, asked, assumed_n)


def _asked(wave, result):
    year, self_selected = wave["year"], bool(wave["self_selected"])
    if result is None:
        return AskedWave(year, None, wave["n"], self_selected=self_selected)
    found = Wave(
        fiscal_year=year,
        percent=Decimal(result["percent"]),
        n=wave["n"] if result["n"] is None else result["n"],
        comparable=bool(result["comparable"]),
        self_selected=self_selected,
    )
    return AskedWave(year, found, wave["n"], self_selected=self_selected)


def _row(plan, survey, policy, year):
    values = survey.values
    arrow, direction = _ARROWS[values["desired_direction"]]
    baseline = "原典に記載なし"
    if survey.baseline is not None:
        baseline = percent_text(survey.baseline.percent, values["decimals"])
    return {
        "url": reverse("survey-detail", args=[plan.slug, values["code"]]),
        "question": values["question"],
        "answer": values["answer"],
        "policy": policy,
        "arrow": arrow,
        "direction": direction,
        "baseline_year": values["baseline_fiscal_year"],
        "baseline": baseline,
        **compared(survey, year),
    }


def _figures(row, *, with_years):
    """30.2% → 34.5%, with its own years where the table's head cannot name them."""
    found = [(row["baseline"], row["baseline_year"])]
    if row["latest"]:
        found.append((row["latest"], row["latest_year"]))
    return " → ".join(
        f"{text}（{short_text(year)}）" if with_years and year else text
        for text, year in found
    )


def _years_text(rows):
    """R5 → R7 for the table's head, or no years where the rows differ."""
    starts = {row["baseline_year"] for row in rows}
    ends = {row["latest_year"] for row in rows} - {None}
    if len(starts) != 1 or None in starts or len(ends) > 1:
        return ""
    return " → ".join(short_text(year) for year in (*starts, *ends))
