"""市民アンケート: the indicators, and the results of the published waves."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from indicators.figures import number_from, number_text
from indicators.models import SurveyIndicator, SurveyWave
from indicators.survey_words import margin_text, own_margin
from indicators.surveys import (
    WAVE_COLUMNS,
    AskedWave,
    FollowedSurvey,
    assumed_by_default,
    surveys_of,
)
from welfare_plan.open_data.columns import (
    CHUNK,
    ORDER,
    PLAN_KEY,
    columns_of,
    in_order,
    page_column,
    part_columns,
    part_id,
    plan_columns,
    reference,
    table,
    year_columns,
)
from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.levels import key_of, parts_of, source_columns

_own = columns_of(SurveyIndicator)
SURVEY_INDICATORS = table(
    name="survey_indicators",
    label="評価項目",
    description="市民アンケートで見る項目です。目標値はなく、めざす向きがあります。",
    columns=(
        *plan_columns(),
        *part_columns("survey_indicator", "評価項目"),
        reference("policy_id", "基本方針のID", code="policy__code", required=True),
        ORDER,
        _own("label"),
        _own("question"),
        _own("answer"),
        _own("baseline_value", label="基準値", unit="%"),
        *year_columns("baseline_fiscal_year", "基準値の年度", required=False),
        _own("baseline_as_printed"),
        _own("decimals"),
        _own("desired_direction", codes="direction"),
        *source_columns(_own),
        page_column("survey-detail"),
    ),
    rows=parts_of(SurveyIndicator),
    primary_key=("survey_indicator_id",),
    foreign_keys=(PLAN_KEY, key_of("policy", "policies")),
)

_PLAN = plan_columns()
_INDICATOR = "results__indicator__"
_VALUES = ("baseline_value", "baseline_fiscal_year", "decimals", "desired_direction")
_ASSUMED = "plan__judgement_settings__assumed_n"


def _results(scope: Scope) -> Iterator[tuple]:
    """The waves of one plan at a time: a result is compared with its baseline."""
    waves = (
        SurveyWave.objects.filter(
            scope.within("plan"), state=SurveyWave.State.PUBLISHED
        )
        .order_by(*in_order("plan__position", "plan__slug", "fiscal_year"))
        .values(
            *WAVE_COLUMNS,
            *("is_sample", _ASSUMED, f"{_INDICATOR}position", f"{_INDICATOR}code"),
            *(f"{_INDICATOR}{name}" for name in _VALUES),
            *(path for each in _PLAN for path in each.paths),
        )
    )
    rows = waves.iterator(chunk_size=CHUNK)
    for _, of_plan in groupby(rows, key=itemgetter("plan__slug")):
        yield from _results_of_plan(list(of_plan))


def _results_of_plan(waves: list[dict]) -> Iterator[tuple]:
    plan = tuple(waves[0][each.paths[0]] for each in _PLAN)
    assumed = waves[0][_ASSUMED]
    is_sample = {wave["fiscal_year"]: wave["is_sample"] for wave in waves}
    assumed = assumed_by_default() if assumed is None else assumed
    for survey in surveys_of(_indicators(waves), waves, assumed):
        code = survey.values["code"]
        for asked in survey.asked:
            if asked.wave:
                yield (
                    *plan,
                    part_id(plan[-1], code),
                    code,
                    *_result(survey, asked),
                    is_sample[asked.fiscal_year],
                )


def _indicators(waves):
    """The indicators that the waves have results of, in their order."""
    found = {
        wave["results__indicator_id"]: {
            "id": wave["results__indicator_id"],
            **{
                name: wave[f"{_INDICATOR}{name}"]
                for name in ("position", "code", *_VALUES)
            },
        }
        for wave in waves
        if wave["results__indicator_id"]
    }
    return sorted(found.values(), key=itemgetter("position", "code"))


def _result(survey: FollowedSurvey, asked: AskedWave) -> tuple:
    """One result with the figures that its page shows beside it."""
    wave, decimals = asked.wave, survey.values["decimals"]
    margin = own_margin(wave, survey.assumed_n)
    compared = asked in survey.later()
    change = survey.change(wave) if compared else None
    return (
        wave.fiscal_year,
        _WAREKI(wave.fiscal_year),
        wave.percent,
        wave.n,
        asked.sent,
        asked.valid_n,
        asked.method,
        asked.self_selected,
        wave.comparable,
        None if margin is None else number_from(number_text(margin, decimals)),
        None if margin is None else wave.n is None,
        change and change.points,
        change and _margin(change, decimals),
        change.change.value if change else "",
        change.for_reference if change and change.change in _TESTED else None,
    )


def _margin(change, decimals) -> Decimal | None:
    text = margin_text(change, decimals)
    return number_from(text.removeprefix("±").removesuffix("ポイント"))


_YEAR = year_columns("fiscal_year", "年度")
_WAREKI = _YEAR[1].make
_TESTED = ("improved", "worsened", "unchanged")
_POINTS = "ポイント"

SURVEY_RESULTS = Table(
    name="survey_results",
    label="調査の結果",
    description="公開した市民アンケートの結果です。1行が、評価項目1つの調査1回です。",
    fields=(
        *(each.field for each in _PLAN),
        *(each.field for each in part_columns("survey_indicator", "評価項目")),
        *(each.field for each in _YEAR),
        Field("percent", "割合", "number", required=True, unit="%"),
        Field(
            "n",
            "この問いの回答数",
            "integer",
            "問いごとの数が分からなければ、有効回答数です。",
            unit="人",
        ),
        Field("sent", "配布数", "integer"),
        Field("valid_n", "有効回答数", "integer"),
        Field("method", "調査の方法"),
        Field(
            "self_selected",
            "自由回答",
            "boolean",
            "trueは、だれでも答えられる調査です。",
            required=True,
        ),
        Field("comparable", "基準値と比べられる", "boolean", required=True),
        Field(
            "margin_of_error",
            "この調査の誤差の範囲",
            "number",
            "信頼度95%の幅の半分です。",
            unit=_POINTS,
        ),
        Field(
            "margin_is_assumed",
            "仮の回答数を使った",
            "boolean",
            "trueは、回答数が分からないため、表「計画」のassumed_nを使った値です。",
        ),
        Field("change_points", "基準値からの変化", "number", unit=_POINTS),
        Field("change_margin", "変化の誤差の範囲", "number", unit=_POINTS),
        Field("change_status", "変化の判定", codes="survey_change"),
        Field(
            "for_reference",
            "参考",
            "boolean",
            "trueは、仮の回答数を使ったか、回答した人が5人より少ない判定です。",
        ),
        Field("sample", "サンプル値", "boolean", required=True),
    ),
    rows=_results,
    primary_key=("survey_indicator_id", "fiscal_year"),
    foreign_keys=(PLAN_KEY, key_of("survey_indicator", "survey_indicators")),
)
