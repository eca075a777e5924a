"""What was changed of a public record, read from the rows of its history.

History rows travel with a page's other parts; a row says what the record was from its
day on. Two public rows that differ are a correction: old, new, when and why.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate

from plans.fiscal_year import day_text
from plans.history_reasons import is_marked, told_reason
from plans.parts import part

PUBLISHED = "published"
NOT_TOLD = "（公開していません）"
# What each row of a history says beside the values of its record.
HISTORY_COLUMNS = {
    "record": "id",
    "kind": "history_type",
    "day": Cast(TruncDate("history_date"), CharField()),
    "reason": Coalesce("history_change_reason", Value("")),
}


def history_part(kind: str, rows: QuerySet, **columns) -> QuerySet:
    """The history rows of some records, oldest first, with the day in Japan."""
    kept = rows.exclude(history_type="-").annotate(
        code=Cast("history_id", CharField()), position=F("history_id")
    )
    return part(kind, kept, **HISTORY_COLUMNS, **columns)


def by_record(rows: list[dict]) -> dict[int, list[dict]]:
    found = defaultdict(list)
    for row in rows:
        found[row["record"]].append(row)
    return found


def corrections_of(
    rows: list[dict], words: dict[str, Callable[[dict], str]]
) -> list[dict]:
    """Where two public forms of one record differ, the newest first.

    `rows` are those of one record; `words` names what visitors see of it and says it.
    What staff marked as not to be told again is not, nor what was before it.
    """
    told_from = last_marked(rows)
    found = [
        {
            "date": after["day"],
            **correction_words(before, after, words, is_told=number > told_from),
        }
        for number, (before, after) in enumerate(pairwise(rows), 1)
        if before["state"] == after["state"] == PUBLISHED
    ]
    return [row for row in found if row["changes"]][::-1]


def last_marked(rows: list[dict]) -> int:
    """The place of the newest row with the mark; 0 where there is none."""
    marked = (n for n, row in enumerate(rows) if is_marked(row["reason"]))
    return max(marked, default=0)


def correction_words(
    before: dict, after: dict, words: dict, *, is_told: bool = True
) -> dict:
    """Day and reason of a change, and each part that differs, old and new."""
    return {
        "day": day_text(date.fromisoformat(after["day"])),
        "reason": told_reason(after["reason"]) if is_told else "",
        "changes": [
            {
                "what": what,
                "before": said(before) if is_told else NOT_TOLD,
                "after": said(after) if is_told else NOT_TOLD,
            }
            for what, said in words.items()
            if said(before) != said(after)
        ],
    }
