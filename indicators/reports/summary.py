"""The first sheet: the plan as a whole, counted and never averaged."""

from collections import Counter

from indicators.dashboards.board import Board
from indicators.dashboards.changes import changes
from indicators.dashboards.counts import breakdown
from indicators.dashboards.reviews import review_sentence
from indicators.dashboards.standing import chip, short_word
from indicators.dashboards.verdict import verdict
from indicators.judgement_labels import GROUPS, JUDGED, LABELS, Label
from indicators.reports.target_rows import is_numeric
from initiatives.models import Review


def summary_sheet(board: Board, reviews: dict[str, dict | None]) -> dict:
    """The verdict, counts a policy, and what changed; `reviews` is by policy code."""
    # Every target is counted, goals in words too, once there is any number to count.
    has_numbers = any(map(is_numeric, board.standings))
    counted = board.standings if has_numbers else []
    letters = {code: found["letters"] for code, found in reviews.items() if found}
    return {
        "verdict": _verdict(counted, letters, board.period),
        "counts": _status_counts(board, counted) if counted else None,
        "breakdown": breakdown(counted, board.plan.target_label) if counted else "",
        "changes": changes(counted, board.plan, board.period.year) if counted else None,
        "waiting": [_waiting(each) for each in counted if each.group == "waiting"],
        "ratings": _rating_counts(board, letters) if letters else None,
        "in_words_only": not board.standings and not letters,
    }


def _verdict(standings, letters, period):
    """What the figures say, or how far the reviews of a plan in words have come."""
    if standings:
        return verdict(standings, period)
    every = [letter for found in letters.values() for letter in found]
    if not every:
        return []
    return [review_sentence(every, period.year, is_over=period.is_over)]


def _status_counts(board, standings):
    """Columns are the verdicts that occur, the two other groups, and the sum."""
    found = {each.judged.status for each in standings if each.group == "judged"}
    verdicts = [status for status in JUDGED if status in found]
    heads = [
        chip(Label(short_word(label), label.symbol, label.css))
        for label in map(LABELS.get, verdicts)
    ]
    heads += [
        chip(Label(GROUPS[group], "－", "none")) for group in ("waiting", "outside")
    ]
    keys = [status.value for status in verdicts] + ["waiting", "outside"]
    by_policy = {row["code"]: Counter() for row in board.policies}
    for each in standings:
        key = each.judged.status.value if each.group == "judged" else each.group
        by_policy[each.policy][key] += 1
    return _table(board, heads, keys, by_policy)


def _rating_counts(board, letters):
    heads = [
        {"symbol": rating.value, "word": rating.label, "css": "none"}
        for rating in Review.Rating
    ]
    heads.append({"symbol": "－", "word": "未記入", "css": "none"})
    keys = [*Review.Rating.values, ""]
    by_policy = {code: Counter(found) for code, found in letters.items()}
    return _table(board, heads, keys, by_policy)


def _table(board, heads, keys, by_policy):
    """One row a policy and a last one with the sums."""
    rows = [
        {
            "label": row["label"],
            "title": row["title"],
            "cells": _cells(by_policy[row["code"]], keys, heads),
        }
        for row in board.policies
        if by_policy.get(row["code"])
    ]
    total = sum(by_policy.values(), Counter())
    return {"heads": heads, "rows": rows, "total": _cells(total, keys, heads)}


def _cells(counted, keys, heads):
    """Counts with the words of their columns, and their sum."""
    cells = [
        {"word": head["word"], "count": f"{counted[key]:,}"}
        for key, head in zip(keys, heads, strict=True)
    ]
    return [*cells, {"word": "計", "count": f"{counted.total():,}"}]


def _waiting(standing):
    values = standing.target.values
    return {
        "code": values["code"],
        "title": values["name"],
        "chip": chip(standing.label),
    }
