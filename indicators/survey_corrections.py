"""What was corrected of public survey waves and results, read from their history.

A result has no state of its own: it is public with its wave. Only a change that was
given a reason met a public wave, since the form asks for it then.
"""

from decimal import Decimal

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from indicators.survey_words import percent_text
from initiatives.corrections import (
    PUBLISHED,
    by_record,
    corrections_of,
    history_part,
)


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
