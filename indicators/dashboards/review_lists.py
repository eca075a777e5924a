"""The reviews of a page: the written ones by policy and measure, the others by name."""

from itertools import groupby

from indicators.dashboards.reviews import name_of


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
