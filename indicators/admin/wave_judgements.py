"""What the results of a survey wave say, compared with the baselines of its plan."""

from collections import Counter

from indicators.models import SurveyWave
from indicators.survey_change import Wave
from indicators.survey_words import LABELS, label_of
from indicators.surveys import AskedWave, FollowedSurvey, assumed_by_default

# What `judged_text` reads: a list asks for all of it at once.
PREFETCHED = "plan__survey_waves__results__indicator"


def judged_text(wave: SurveyWave) -> str:
    """改善2、横ばい（誤差の範囲）1: its results, each judged as once it is public."""
    # Of the plan's waves the results are at hand already.
    (wave,) = (each for each in wave.plan.survey_waves.all() if each.pk == wave.pk)
    results = list(wave.results.all())
    if not results:
        return "結果は未登録"
    words = Counter(word for word in map(_judged(wave), results) if word)
    known = [label.word for label in LABELS.values() if label.word in words]
    others = [word for word in words if word not in known]
    told = "、".join(f"{word}{words[word]}" for word in [*known, *others])
    return told or "基準値の調査"


def _judged(wave):
    """The judgement of a result in a word; "" for the wave of the baseline itself."""
    starts = {
        each.fiscal_year: each
        for each in wave.plan.survey_waves.all()
        if each.state == SurveyWave.State.PUBLISHED
    }

    def judged(result):
        values = {name: getattr(result.indicator, name) for name in _VALUES}
        baseline_year = values["baseline_fiscal_year"]
        if baseline_year and wave.fiscal_year <= baseline_year:
            return ""
        start = starts.get(baseline_year)
        survey = FollowedSurvey(
            values=values,
            asked=(_asked(start, result.indicator_id),) if start else (),
            assumed_n=_assumed_n(wave.plan),
        )
        latest = _wave(wave, result)
        return label_of(survey.change(latest), survey.baseline, latest).word

    return judged


_VALUES = ("baseline_value", "baseline_fiscal_year", "decimals", "desired_direction")


def _assumed_n(plan):
    settings = getattr(plan, "judgement_settings", None)
    return settings.assumed_n if settings else assumed_by_default()


def _asked(wave, indicator_id):
    found = (row for row in wave.results.all() if row.indicator_id == indicator_id)
    result = next(found, None)
    return AskedWave(
        fiscal_year=wave.fiscal_year,
        wave=_wave(wave, result) if result else None,
        valid_n=wave.valid_n,
        self_selected=wave.self_selected,
    )


def _wave(wave, result):
    return Wave(
        fiscal_year=wave.fiscal_year,
        percent=result.percent,
        n=wave.valid_n if result.n is None else result.n,
        comparable=result.comparable,
        self_selected=wave.self_selected,
    )
