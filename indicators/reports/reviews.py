"""担当課評価 on a sheet: beside the figures, or in a table where there are none."""

from django.urls import reverse

from indicators.dashboards.board import Board
from indicators.dashboards.reviews import review_board
from indicators.reports.target_rows import is_numeric

# What is kept of the rows that dashboards show.
_REVIEW = ("label", "title", "letter", "word", "comment")


def department_names(board: Board) -> dict[str, str]:
    return {row["code"]: row["name"] for row in board.parts["department"]}


def reviews_by_subject(board: Board) -> dict[tuple, dict]:
    """("initiative", id) and so on to the review of the year."""
    return {
        (kind, row[kind]): row
        for row in board.parts["review"]
        if row["year"] == board.period.year
        for kind in ("initiative", "measure", "policy")
        if row[kind]
    }


def other_reviews(board: Board, policy: dict) -> dict | None:
    """What no target with a number stands for, reviewed or not; None if nothing."""
    followed = {
        (kind, each.target.values[f"{kind}_id"])
        for each in board.standings
        if is_numeric(each)
        for kind in ("initiative", "measure")
    }

    def keeps(group, row):
        return group["code"] == policy["code"] and _subject(row) not in followed

    year, is_over = board.period.year, board.period.is_over
    found = review_board(board.parts, board.plan, year, keeps, is_over=is_over)
    if not found["groups"]:
        return None
    (group,) = found["groups"]
    departments = _departments_by_address(board)
    return {
        "sentence": found["sentence"],
        "letters": [row["letter"] for row in group["rows"]],
        "rows": [
            {
                **{name: row[name] for name in _REVIEW},
                "department": departments.get(row["url"], ""),
            }
            for row in group["rows"]
        ],
    }


def _departments_by_address(board):
    """Who is in charge of each initiative, by the address of its page."""
    names, slug = department_names(board), board.plan.slug
    return {
        reverse("initiative-detail", args=[slug, row["code"]]): names[row["department"]]
        for row in board.parts["initiative"]
        if row["department"]
    }


def _subject(row):
    """The kind and id of a level's row, told by what it stands below."""
    if "measure_id" in row:
        return "initiative", row["id"]
    return ("measure" if "policy_id" in row else "policy"), row["id"]
