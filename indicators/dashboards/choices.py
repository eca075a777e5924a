"""The form of a dashboard: one select a choice, all of them in the address."""

from collections import Counter
from urllib.parse import urlencode

from indicators.dashboards.board import Board
from indicators.dashboards.filters import LABELS, Filters
from indicators.dashboards.standing import option_words
from indicators.dashboards.value_types import WORDS, type_of
from indicators.judgement_labels import GROUPS, JUDGED
from plans.fiscal_year import era_text, short_text
from plans.places import Place

ALL = "すべて"


def form_of(board: Board, base: str) -> dict:
    """The selects that have something to choose; a page without any has no form."""
    selects = [_years(board), _policies(board), _departments(board)]
    if board.has_numbers:
        selects += [_types(board), _statuses(board)]
        if not board.period.is_empty:
            selects.append(_sorts(board))
    return {
        "action": f"{base}#targets",
        "selects": [each for each in selects if len(each["options"]) > 1],
        "reset_url": base if _is_narrowed(board) else "",
    }


def overview_form(filters: Filters, years: list[int], base: str, place: Place) -> dict:
    """The selects of the dashboard of all plans; each plan has its own year."""
    chosen_year = short_text(filters.year) if filters.year else ""
    words = option_words()
    statuses = [status.value for status in JUDGED] + ["waiting", "outside"]
    if filters.status and filters.status not in statuses:
        statuses.append(filters.status)
    selects = [
        _select(
            "year",
            chosen_year,
            [("", "計画ごとの最新"), *((short_text(y), era_text(y)) for y in years)],
        ),
        _select("type", filters.type, [("", ALL), *WORDS.items()]),
        _select(
            "status",
            filters.status,
            [("", "選ばない"), *((value, words[value]) for value in statuses)],
            label="判定で目標を並べる",
        ),
    ]
    is_narrowed = filters.year or filters.type or filters.status
    return {
        "action": base,
        "kept": list(place.query().items()),
        "selects": selects,
        "reset_url": with_place(base, place) if is_narrowed else "",
    }


def with_place(address: str, place: Place) -> str:
    """The address of a dashboard for one place alone."""
    query = urlencode(place.query())
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{query}" if query else address


def _is_narrowed(board):
    filters = board.filters
    return any((filters.policy, filters.status, filters.type, filters.department))


def _select(name, chosen, options, label=""):
    return {
        "name": name,
        "label": label or LABELS[name],
        "options": [
            {"value": value, "text": text, "selected": value == chosen}
            for value, text in options
        ],
    }


def _years(board):
    if board.is_prose:
        return _select("year", "", [])
    options = [(short_text(year), era_text(year)) for year in board.years]
    return _select("year", short_text(board.period.year), options)


def _policies(board):
    options = [("", ALL)]
    options += [(row["code"], row["label"]) for row in board.parts["policy"]]
    return _select(
        "policy", board.filters.policy, options, label=board.plan.level1_label
    )


def _departments(board):
    if board.department:
        return _select("department", "", [])
    options = [("", ALL)]
    options += [(row["code"], row["name"]) for row in board.parts["department"]]
    return _select("department", board.filters.department, options)


def _types(board):
    found = {type_of(each.target.values) for each in board.everything}
    options = [("", ALL)]
    options += [(value, word) for value, word in WORDS.items() if value in found]
    return _select("type", board.filters.type, options)


def _statuses(board):
    """The judged statuses that occur and the groups, with how many each."""
    counted = Counter(each.judged.status.value for each in board.standings)
    counted.update(each.group for each in board.standings)
    words = option_words()
    values = [status.value for status in JUDGED if counted[status.value]]
    values += [group for group in GROUPS if group != "judged" and counted[group]]
    chosen = board.filters.status
    if chosen and chosen not in values:
        values.append(chosen)
    options = [("", f"{ALL}（{len(board.standings):,}件）")]
    options += [(each, f"{words[each]}（{counted[each]:,}件）") for each in values]
    return _select("status", chosen, options)


def _sorts(board):
    options = [("plan", "計画の順"), ("distance", "遅れの大きい順")]
    return _select("sort", board.filters.sort or "plan", options)
