"""The reviews on a dashboard: written ones below their measures, others by name."""

from itertools import groupby

from indicators.dashboards.board import Board
from indicators.dashboards.reviews import name_of, review_board
from plans.fiscal_year import era_text


def review_section(board: Board) -> dict | None:
    """The yearly reviews: all a plan without numbers has, else where some are written.

    The page of a department lists its initiatives in any case. None where targets were
    chosen by what reviews do not have.
    """
    if board.chooses_targets:
        return None

    def keeps(policy, row):
        is_theirs = board.in_charge in ("", row.get("department", ""))
        return is_theirs and board.filters.policy in ("", policy["code"])

    year, is_over = board.period.review_year, board.period.is_over
    found = review_board(board.parts, board.plan, year, keeps, is_over=is_over)
    if board.has_numbers and not found["is_written"] and not board.in_charge:
        return None
    return {**found, **_words(board, found), **_lists(found["groups"])}


def _words(board, found):
    heading = f"{era_text(board.period.review_year)}の担当課評価"
    if board.in_charge:
        heading = f"担当する取組と、{heading}"
    # Without numbers the page already begins with the sentence.
    said = found["sentence"] if board.has_numbers else ""
    if not found["is_written"]:
        said += f"評価の対象は、次の{found['subject_count']:,}件です。"
    return {"heading": heading, "said": said}


def _lists(groups):
    missing = unwritten(groups)
    return {
        "written": written(groups),
        "unwritten": missing,
        "unwritten_count": f"{sum(len(each['rows']) for each in missing):,}",
    }


def written(groups: list[dict]) -> list[dict]:
    """The policies of `review_board` that have a review, with those rows alone.

    A policy that was itself reviewed is its own link: nothing stands below it.
    """
    shown = []
    for group in groups:
        rows = [row for row in group["rows"] if row["letter"]]
        if rows:
            own = rows[0]["url"] if rows[0]["kind"] == "policy" else ""
            shown.append({**group, "url": own, "measures": _by(rows, _measure)})
    return shown


def unwritten(groups: list[dict]) -> list[dict]:
    """What has no review in the year, by the place where it stands in the plan."""
    rows = [
        {**row, "place": _place(group, row), "name": name_of(row)}
        for group in groups
        for row in group["rows"]
        if not row["letter"]
    ]
    return _by(rows, lambda row: row["place"])


def _place(group, row):
    """基本方針1 基本施策1 地域での支えあい; empty for the policy itself."""
    if row["kind"] == "policy":
        return ""
    return f"{group['label']} {row['measure'] or group['title']}"


def _measure(row):
    return row["measure"]


def _by(rows, place):
    return [
        {"title": title, "rows": list(found)} for title, found in groupby(rows, place)
    ]
