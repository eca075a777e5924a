"""The targets of a dashboard in groups, and those whose report is awaited."""

from collections import defaultdict

from indicators.dashboards.bars import distance
from indicators.dashboards.board import Board
from indicators.dashboards.rows import item
from indicators.dashboards.standing import chip, target_link
from indicators.dashboards.verdict import is_start_year
from indicators.judgement_labels import LABELS, WAITING
from plans.addresses import address_of
from plans.fiscal_year import era_text
from plans.models import Plan

_MOST_WAITING = 20


def groups(board: Board) -> list[dict]:
    """The listed targets by policy, or the furthest behind first."""
    if board.filters.sort == "distance":
        return _by_distance(board)
    grouped, in_charge = defaultdict(list), _in_charge(board)
    for each in board.listed:
        row = {**item(each, board.plan), "in_charge": in_charge.get(each.department)}
        grouped[each.policy].append(row)
    return [
        {
            "label": row["label"],
            "title": row["title"],
            "url": address_of("policy-detail", board.plan.slug, row["code"]),
            "items": grouped[row["code"]],
        }
        for row in board.parts["policy"]
        if grouped[row["code"]]
    ]


def _in_charge(board):
    """The departments by code as links; none on the page of one of them."""
    if board.department:
        return {}
    rows = board.parts["department"]
    return {row["code"]: department_link(board.plan, row) for row in rows}


def department_link(plan: Plan, row: dict) -> dict:
    """A department by name, with its own dashboard."""
    return {
        "name": row["name"],
        "url": address_of("department-dashboard", plan.slug, row["code"]),
    }


def _by_distance(board):
    in_charge = _in_charge(board)
    measured, others = [], []
    for each in board.listed:
        share = distance(each)
        (others if share is None else measured).append((share, each))
    measured.sort(key=lambda pair: pair[0])
    found = (
        ("", "遅れの大きい順", measured),
        ("", "目安と比べられない目標", others),
    )
    return [
        {
            "label": label,
            "title": title,
            "url": "",
            "items": [
                {
                    **item(each, board.plan, with_distance=True),
                    "in_charge": in_charge.get(each.department),
                }
                for _, each in rows
            ],
        }
        for label, title, rows in found
        if rows
    ]


def waiting(board: Board, base: str) -> dict | None:
    """The targets without a report in the year; None for an ended plan.

    None also in the year where the targets only begin: nothing was due then.
    """
    if board.period.is_over or is_start_year(board.standings):
        return None
    members = [each for each in board.standings if each.group == "waiting"]
    members.sort(key=lambda each: WAITING.index(each.judged.status))
    year = era_text(board.period.year)
    sentence = f"{year}の報告を待っている目標は{len(members):,}件です。"
    if not members:
        sentence = f"{year}の報告を待っている目標はありません。"
    left = len(members) - _MOST_WAITING
    return {
        "sentence": sentence,
        "rows": [_waiting_row(each, board.plan) for each in members[:_MOST_WAITING]],
        "left": f"{left:,}" if left > 0 else "",
        "url": board.filters.address(base, status="waiting") + "#targets",
    }


def _waiting_row(standing, plan):
    label = LABELS[standing.judged.status]
    return {**target_link(standing, plan), "chip": chip(label)}
