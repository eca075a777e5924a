"""Rows for the sheet of corrections, from the histories of records."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from initiatives.corrections import (
    NOT_TOLD,
    PUBLISHED,
    by_record,
    correction_words,
    last_marked,
)
from plans.fiscal_year import era_text

FIRST = "この資料のあとに、はじめて公表しました。"
UNKNOWN = "登録なし"


def of_records(rows: list[dict], words: dict, name: Callable) -> Iterator[dict]:
    """What of the records was first published or corrected after the pack.

    `words` say what visitors see of a record; `name` gives address and title of a row.
    """
    for own in by_record(rows).values():
        marked = last_marked(own)
        for number, (before, after) in enumerate(pairwise([None, *own])):
            is_told = not marked or number > marked
            if not after["late"] or after["state"] != PUBLISHED:
                continue
            was_public = before and before["state"] == PUBLISHED
            if was_public:
                yield from correction(
                    before, after, words, name(after), is_told=is_told
                )
            elif before or after["kind"] == "+":
                shown = words if is_told else _hidden(words)
                yield first(after, shown, name(after))


def first(row: dict, words: dict, name: dict) -> dict:
    return {
        **name,
        "year": era_text(row["year"]),
        "date": row["day"],
        "day": correction_words(row, row, {})["day"],
        "before": UNKNOWN,
        "after": _said((what, said(row)) for what, said in words.items()),
        "chip": None,
        "reason": FIRST,
    }


def _hidden(words):
    return dict.fromkeys(words, lambda row: NOT_TOLD)


def correction(
    before: dict, after: dict, words: dict, name: dict, *, is_told: bool = True
) -> Iterator[dict]:
    """One row, or none where nothing that visitors see was changed."""
    found = correction_words(before, after, words, is_told=is_told)
    changes = found.pop("changes")
    if changes:
        yield {
            **name,
            **found,
            "year": era_text(after["year"]),
            "date": after["day"],
            "before": _said((each["what"], each["before"]) for each in changes),
            "after": _said((each["what"], each["after"]) for each in changes),
            "chip": None,
        }


def _said(pairs):
    return "、".join(f"{what}：{said}" for what, said in pairs)
