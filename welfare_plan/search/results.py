"""The results of a search as rows: what each is, where it stands, and its sentence."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from plans.models import SearchEntry
from plans.presenters import period_is_over, plan_name
from plans.search.documents import EASY_SUMMARY, steps_of
from welfare_plan.search.excerpts import excerpt, has_hit, marked
from welfare_plan.search.kinds import KINDS, word_with_kind

_NAMED = "named"


def result_groups(
    entries: Sequence[SearchEntry],
    words: Sequence[str],
    counts: Mapping[str, int],
    today,
) -> list[dict]:
    """Rows under the heading of their kind, in the order in which they come.

    Those that the words name stand above, whatever their kind. `counts` are of all
    that was found, also on other pages.
    """
    return [
        {
            "kind": kind,
            "heading": KINDS.get(kind, "同じ名前のもの"),
            "count": f"{counts[kind]:,}" if kind in counts else "",
            "rows": [_row(entry, words, today) for entry in group],
        }
        for kind, group in groupby(
            entries, key=lambda entry: _NAMED if entry.is_named else entry.kind
        )
    ]


def _row(entry, words, today):
    text, is_easy = _text_with_hit(entry.text, words)
    return {
        "word": word_with_kind(entry.kind, entry.plan),
        "plan": "" if entry.kind == "plan" else plan_name(entry.plan),
        "has_ended": period_is_over(entry.plan, today),
        "is_working_title": entry.kind == "plan" and not entry.plan.title,
        "steps": [marked(step, words) for step in steps_of(entry.context)],
        "url": entry.url,
        "title": marked(entry.title, words),
        "sentence": excerpt(text, words),
        "is_easy_summary": is_easy,
    }


def _text_with_hit(text, words):
    """The plan's own words, or the summary of staff where only that has a hit."""
    own, _, summary = text.partition(EASY_SUMMARY)
    is_easy = bool(summary) and not has_hit(own, words) and has_hit(summary, words)
    return (summary if is_easy else own), is_easy
