"""What the results of survey waves say, compared with the baselines of their plans."""

from collections import Counter, defaultdict
from collections.abc import Collection

from indicators.models import SurveyWave
from indicators.survey_words import LABELS, label_of
from indicators.surveys import WAVE_COLUMNS, assumed_by_default, surveys_of, wave_of

_VALUES = ("baseline_value", "baseline_fiscal_year", "decimals", "desired_direction")
_INDICATOR = "results__indicator_id"


def judged_texts(waves: Collection[SurveyWave]) -> dict[int, str]:
    """改善2、横ばい（誤差の範囲）1, by the key of each wave.

    Its results, each judged as once it is public. One query for all waves, which reads
    of their plans alone.
    """
    rows_of_plans = defaultdict(list)
    for row in _rows({wave.plan_id for wave in waves}):
        rows_of_plans[row["plan_id"]].append(row)
    return {wave.pk: _judged(wave, rows_of_plans[wave.plan_id]) for wave in waves}


def _rows(plans):
    """All waves of the plans, oldest first, one row for each of their results."""
    waves = SurveyWave.objects.filter(plan__in=plans).order_by("fiscal_year")
    of_indicators = (f"results__indicator__{name}" for name in _VALUES)
    return waves.values("pk", "plan_id", "state", *WAVE_COLUMNS, *of_indicators)


def _judged(wave, rows):
    # A wave without results has a row too, which names no indicator.
    own = [row for row in rows if row["pk"] == wave.pk and row[_INDICATOR]]
    if not own:
        return "結果は未登録"
    published = [row for row in rows if row["state"] == SurveyWave.State.PUBLISHED]
    surveys = surveys_of(
        [_indicator(row) for row in own], published, _assumed_n(wave.plan)
    )
    words = Counter(filter(None, map(_word, own, surveys)))
    known = [label.word for label in LABELS.values() if label.word in words]
    others = [word for word in words if word not in known]
    told = "、".join(f"{word}{words[word]}" for word in [*known, *others])
    return told or "基準値の調査"


def _word(row, survey):
    """The judgement of a result in a word; "" for the wave of the baseline itself."""
    baseline_year = survey.values["baseline_fiscal_year"]
    if baseline_year and row["fiscal_year"] <= baseline_year:
        return ""
    latest = wave_of(row)
    return label_of(survey.change(latest), survey.baseline, latest).word


def _indicator(row):
    values = {name: row[f"results__indicator__{name}"] for name in _VALUES}
    return {"id": row[_INDICATOR], **values}


def _assumed_n(plan):
    settings = getattr(plan, "judgement_settings", None)
    return settings.assumed_n if settings else assumed_by_default()
