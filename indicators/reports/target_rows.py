"""The targets of one sheet: a row of figures each, and what lies behind the verdict."""

from collections import Counter

from indicators.dashboards.movement import is_same_unit, value_before
from indicators.dashboards.rows import reasons
from indicators.dashboards.standing import Standing, chip
from indicators.figures import number_text
from indicators.progress_values import Status
from indicators.reports.wording import moved_text
from initiatives.models import Review
from plans.fiscal_year import short_text

NONE = "―"
# No two years are compared across these.
_UNCOMPARED = {Status.NOT_COMPARABLE, Status.DISCONTINUED, Status.UNIT_CHECK}


def is_numeric(standing: Standing) -> bool:
    """Whether its goal in the year is anything but words."""
    return _goal_of(standing).state != "statement"


def statement(standing: Standing) -> dict:
    """A goal in words, as it held in the year."""
    values = standing.target.values
    text = _goal_of(standing).text
    name = values["name"]
    return {
        "code": values["code"],
        "title": name if name != text else "",
        "text": text,
    }


def _goal_of(standing):
    return standing.judged.terms.goal_in(standing.judged.year)


def target_table(
    standings: list[Standing], reviews: dict, departments: dict[str, str]
) -> dict:
    """Rows of figures; a year that most rows share stands in the head alone.

    `reviews` maps ("initiative", id) and ("measure", id) to the year's reviews,
    `departments` codes to names.
    """
    rows = [_row(each, _review_of(each, reviews), departments) for each in standings]
    year = standings[0].period.year
    heads = {name: _common_year(rows, name) for name in ("baseline", "goal")}
    for row in rows:
        for name, common in heads.items():
            cell = row[name]
            cell["year"] = "" if cell["year"] == common else cell["year"]
    return {
        "baseline_year": heads["baseline"],
        "goal_year": heads["goal"],
        "year": short_text(year),
        "before_year": short_text(year - 1),
        "rows": rows,
        "reasons": [_reason(each) for each in standings],
    }


def _row(standing, review, departments):
    values, judged = standing.target.values, standing.judged
    terms = judged.terms
    return {
        "target": values["id"],
        "code": values["code"],
        "title": values["name"],
        "unit": _unit(terms, judged.year),
        "baseline": _baseline(terms),
        "before": value_before(standing) or NONE,
        "expected": standing.expected or NONE,
        "value": NONE
        if judged.value is None
        else number_text(judged.value, terms.decimals),
        "is_provisional": judged.provisional,
        "goal": _goal(terms, judged.year),
        "chip": None if standing.is_past_due else chip(standing.label),
        "progress": judged.progress,
        "department": departments.get(standing.department, ""),
        "review": review,
    }


def _unit(terms, year):
    goal = terms.goal_in(year)
    if terms.baseline is not None and goal.unit != terms.baseline_unit:
        return f"基準値は{terms.baseline_unit}、目標値は{goal.unit}"
    return goal.unit or terms.baseline_unit


def _baseline(terms):
    if terms.baseline is None:
        return {"text": "なし", "year": ""}
    return _cell(number_text(terms.baseline, terms.decimals), terms.baseline_year)


def _goal(terms, year):
    goal = terms.goal_in(year)
    if goal.state != "set" or goal.value is None:
        return {"text": "未設定", "year": ""}
    return _cell(number_text(goal.value, terms.decimals), goal.year)


def _cell(text, year):
    return {"text": text, "year": short_text(year) if year else "年度なし"}


def _common_year(rows, name):
    years = Counter(row[name]["year"] for row in rows if row[name]["year"])
    return years.most_common(1)[0][0] if years else ""


def _review_of(standing, reviews):
    values = standing.target.values
    key = (
        ("initiative", values["initiative_id"])
        if values["initiative_id"]
        else ("measure", values["measure_id"])
    )
    row = reviews.get(key)
    if not row:
        return None
    return {
        "letter": row["rating"],
        "word": Review.Rating(row["rating"]).label,
        "comment": row["comment"],
    }


def _reason(standing):
    """Why the verdict, how it moved, and what the department says of the value."""
    judged, values = standing.judged, standing.target.values
    return {
        "target": values["id"],
        "code": values["code"],
        "texts": [
            *reasons(standing),
            *([f"進捗率は{judged.progress}です。"] if judged.progress else []),
            *_moved(standing),
        ],
        "note": judged.note,
        "said": judged.reason,
    }


def _moved(standing):
    judged, before = standing.judged, standing.before
    if before is None or {judged.status, before.status} & _UNCOMPARED:
        return []
    texts = []
    if None not in (judged.value, before.value) and is_same_unit(standing):
        texts.append(moved_text(judged.terms, judged.year, before.value, judged.value))
    if judged.value is not None and judged.status != before.status:
        texts.append(
            f"判定は「{before.label.word}」から「{judged.label.word}」に変わりました。"
        )
    return texts
