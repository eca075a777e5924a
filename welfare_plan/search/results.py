"""The results of a search as rows: what each is, where it stands, and its sentence."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from plans.models import SearchEntry
from plans.presenters import plan_name
from welfare_plan.search.excerpts import excerpt, marked
from welfare_plan.search.kinds import KINDS, own_word


def result_groups(
    entries: Sequence[SearchEntry], words: Sequence[str], counts: Mapping[str, int]
) -> list[dict]:
    """Rows under the heading of their kind, in the order in which they come.

    `counts` are of all that was found, also on other pages.
    """
    return [
        {
            "kind": kind,
            "heading": KINDS[kind],
            "count": f"{counts[kind]:,}" if kind in counts else "",
            "rows": [_row(entry, words) for entry in group],
        }
        for kind, group in groupby(entries, key=lambda entry: entry.kind)
    ]


def _row(entry, words):
    return {
        "word": own_word(entry.kind, entry.plan),
        "plan": "" if entry.kind == "plan" else plan_name(entry.plan),
        "is_working_title": entry.kind == "plan" and not entry.plan.title,
        "context": entry.context,
        "url": entry.url,
        "title": marked(entry.title, words),
        "sentence": excerpt(entry.text, words),
    }
