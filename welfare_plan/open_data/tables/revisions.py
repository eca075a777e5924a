"""実績の公表の記録: every publication of every value, corrections with them."""

from dataclasses import replace
from functools import partial

from django.db.models import Max, Subquery
from django.db.models.functions import Coalesce

from indicators.models import Observation, PublishedValue
from indicators.presenters.target_history import reason_words
from welfare_plan.open_data import frozen
from welfare_plan.open_data.code_lists import WITHDRAWN
from welfare_plan.open_data.columns import (
    PLAN_KEY,
    column,
    columns_of,
    sample_column,
    table,
    year_columns,
)
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.observations import (
    EXPECTED,
    PROGRESS,
    RULE_VERSION,
    STATUS,
    STATUS_REASON,
    about_columns,
    others,
    published,
    unit_column,
)
from welfare_plan.open_data.tables.targets import TARGET_KEY

_SUPPRESSED = Observation.ValueState.SUPPRESSED
# What tells whether the number of a row may still be shown.
_STANDING = ("revision", "value_state", "withheld_until")


def _revisions(scope: Scope):
    suppressed = others().filter(value_state=_SUPPRESSED).values("observation")
    last = suppressed.values(last=Max("revision"))
    return published(scope).annotate(withheld_until=Coalesce(Subquery(last), 0))


def _is_withdrawn(revision, state, until):
    """A number that was published before the value was withheld."""
    return not state and revision < until


def _shown(value, *standing):
    return None if standing[1] or _is_withdrawn(*standing) else value


def _state(*standing):
    return WITHDRAWN if _is_withdrawn(*standing) else standing[1]


def _progress(text, *standing):
    # With baseline and goal it would give the number away.
    return None if _is_withdrawn(*standing) else frozen.progress_pct(text)


def _reason(reason, revision, until):
    return reason_words({"correction_reason": reason, "revision": revision}, until)


def _term(name: str, label: str, key: str, **options):
    """A value of the terms that were judged by."""
    return column(
        f"judged_{name}",
        f"判定に使った{label}",
        "terms",
        make=lambda terms: terms.get(key),
        **options,
    )


def _year(name: str, label: str, key: str):
    """A fiscal year of the terms, in both ways of writing."""
    return [
        replace(each, paths=("terms",), make=partial(_of_term, key, each.make))
        for each in year_columns(
            f"judged_{name}", f"判定に使った{label}", required=False
        )
    ]


def _of_term(key, make, terms):
    year = terms.get(key)
    return make(year) if make else year


def _number(name: str, label: str, key: str, stored: str = "terms"):
    return column(
        f"judged_{name}",
        f"判定に使った{label}",
        stored,
        make=lambda values: frozen.number(values.get(key)),
        kind="number",
    )


_own = columns_of(PublishedValue)
REVISIONS = table(
    name="revisions",
    label="実績の公表の記録",
    description=(
        "実績を公表した記録のすべてです。訂正する前の値も残します。"
        "列judged_で始まる値を使うと、判定を計算して確かめられます。"
        "中間の目標がある年度の線は、列expected_valueの値です。"
    ),
    columns=(
        *about_columns(),
        *year_columns("fiscal_year", "年度", "observation__fiscal_year"),
        _own("revision"),
        column("value", "公表した値", "value", *_STANDING, make=_shown, kind="number"),
        unit_column(),
        column(
            "value_state",
            "数値でないとき",
            *_STANDING,
            make=_state,
            codes="revision_value_state",
        ),
        _own("provisional", required=True),
        _own("break_in_series", required=True),
        EXPECTED,
        column(
            "progress_pct",
            "進捗率",
            *("progress_text", *_STANDING),
            make=_progress,
            kind="number",
            description=PROGRESS,
            unit="%",
        ),
        STATUS,
        STATUS_REASON,
        RULE_VERSION,
        _own("published_at"),
        _own("is_correction", required=True),
        column(
            "correction_reason",
            "直した理由",
            *("correction_reason", "revision", "withheld_until"),
            make=_reason,
        ),
        _term("evaluation_mode", "判定のしかた", "mode", codes="evaluation_mode"),
        _term("direction", "めざす向き", "direction", codes="direction"),
        _term("decimals", "小数点以下の桁数", "decimals", kind="integer"),
        _number("baseline_value", "基準値", "baseline"),
        _term("baseline_unit", "基準値の単位", "baseline_unit"),
        *_year("baseline_fiscal_year", "基準値の年度", "baseline_year"),
        _term("goal_state", "目標値の状態", "goal_state", codes="goal_state"),
        _number("goal_value", "目標値", "goal"),
        _term("goal_unit", "目標値の単位", "goal_unit"),
        *_year("goal_fiscal_year", "目標値の年度", "goal_year"),
        _number("k_on", "順調とする割合", "k_on", "limits"),
        _number("k_slight", "やや遅れとする割合", "k_slight", "limits"),
        _number("regress_tol", "後退とみなさない幅", "regress_tol", "limits"),
        sample_column("observation__is_sample"),
    ),
    rows=_revisions,
    primary_key=("target_id", "fiscal_year", "revision"),
    foreign_keys=(PLAN_KEY, TARGET_KEY),
)
