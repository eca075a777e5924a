"""What was corrected of public surveys, read from the history of their records:
waves, results, and the indicators that the results are compared by.

A result has no state of its own: it is public with its wave. Only a change that was
given a reason met a public wave, since the form asks for it then.
"""

from decimal import Decimal

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from indicators.models import SurveyIndicator
from indicators.presenters.surveys import survey_baseline_text
from indicators.survey_words import percent_text
from initiatives.corrections import (
    HISTORY_COLUMNS,
    PUBLISHED,
    by_record,
    corrections_of,
    history_part,
)
from plans.parts import part


def wave_history_part(rows: QuerySet, **columns) -> QuerySet:
    return history_part(
        "wave_history",
        rows,
        state="state",
        year="fiscal_year",
        sent="sent",
        valid_n="valid_n",
        method="method",
        self_selected="self_selected",
        **columns,
    )


def result_history_part(rows: QuerySet, **columns) -> QuerySet:
    """Percentages travel as text: as JSON numbers they would turn into floats."""
    return history_part(
        "result_history",
        rows,
        state=Value(PUBLISHED),
        year="wave__fiscal_year",
        percent=Cast("percent", CharField()),
        n="n",
        comparable="comparable",
        **columns,
    )


def indicator_history_part(rows: QuerySet, **columns) -> QuerySet:
    """What results are compared by; it has no year. `code` is the indicator's own."""
    return part(
        "indicator_history",
        rows.exclude(history_type="-"),
        below=("history_id",),
        state=Value(PUBLISHED),
        baseline=Cast("baseline_value", CharField()),
        baseline_year="baseline_fiscal_year",
        decimals="decimals",
        direction="desired_direction",
        **HISTORY_COLUMNS,
        **columns,
    )


def indicator_corrections(rows: list[dict]) -> list[dict]:
    """Of one indicator, the newest first."""
    found = corrections_of(rows, INDICATOR_WORDS)
    return [row for row in found if row["reason"]]


def wave_corrections(rows: list[dict]) -> list[dict]:
    """Of all waves given, the newest first; each with the year of its wave."""
    return _newest_first(rows, lambda own: corrections_of(own, WAVE_WORDS))


def result_corrections(rows: list[dict], decimals: int) -> list[dict]:
    """Of all results given, the newest first; each with the year of its wave."""
    words = result_words(decimals)

    def corrected(own):
        return [row for row in corrections_of(own, words) if row["reason"]]

    return _newest_first(rows, corrected)


def _newest_first(rows, corrected):
    found = [
        {**row, "year": own[0]["year"]}
        for own in by_record(rows).values()
        for row in corrected(own)
    ]
    return sorted(found, key=lambda row: row["date"], reverse=True)


def _baseline(row):
    value = row["baseline"]
    return survey_baseline_text(
        {
            "baseline_value": None if value is None else Decimal(value),
            "baseline_fiscal_year": row["baseline_year"],
            "decimals": row["decimals"],
        }
    )


INDICATOR_WORDS = {
    "基準値": _baseline,
    "めざす向き": lambda row: SurveyIndicator.Direction(row["direction"]).label,
    "小数点以下の桁数": lambda row: f"{row['decimals']}桁",
}


def _people(column):
    return lambda row: "記載なし" if row[column] is None else f"{row[column]:,}人"


WAVE_WORDS = {
    "配布数": _people("sent"),
    "有効回答数": _people("valid_n"),
    "調査の方法": lambda row: row["method"] or "記載なし",
    "だれでも答えられる調査": lambda row: "はい" if row["self_selected"] else "いいえ",
}


def result_words(decimals: int) -> dict:
    return {
        "割合": lambda row: percent_text(Decimal(row["percent"]), decimals),
        "この問いの回答数": _people("n"),
        "基準値と比べられる": lambda row: "はい" if row["comparable"] else "いいえ",
    }
