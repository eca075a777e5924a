"""What the dashboards of one plan and of one department show."""

from indicators.dashboards import empty
from indicators.dashboards.board import Board, read_board
from indicators.dashboards.changes import changes
from indicators.dashboards.choices import form_of
from indicators.dashboards.counts import breakdown, by_policy, tiles
from indicators.dashboards.lists import department_link, groups, waiting
from indicators.dashboards.review_section import review_section
from indicators.dashboards.surveys import survey_board
from indicators.dashboards.value_types import WORDS
from indicators.dashboards.verdict import is_start_year, verdict
from plans.addresses import address_of
from plans.fiscal_year import era_text, long_text, of_date, short_text
from plans.models import Plan
from plans.page_words import SITE_STATE
from plans.presenters import crumbs, period_over_text, plan_heading, plan_name

TITLE = "目標の進み具合"


# A plan without policies: nothing in it could be counted or reviewed.
IN_PROSE = [
    "この計画は文章で定められています。",
    "数値の目標と、評価の対象になる取組の一覧はありません。",
]


def plan_dashboard(plan: Plan, query, today) -> dict:
    """Three queries beside that of the plan, whatever its size."""
    base = address_of("plan-dashboard", plan.slug)
    board = read_board(plan, query, today)
    surveys = None
    if not board.filters.department and not board.chooses_targets:
        surveys = survey_board(plan, board.parts, board.policies, board.period.year)
    return {
        **_page(board, base, surveys),
        "crumbs": crumbs((plan_name(plan), plan.get_absolute_url()), (TITLE, None)),
        "heading": TITLE,
        "surveys": surveys,
        "departments": [department_link(plan, row) for row in _in_order(board)],
    }


def department_dashboard(plan: Plan, code: str, query, today) -> dict | None:
    """Targets and initiatives of one department; None where it has none here.

    Three queries beside that of the plan.
    """
    base = address_of("department-dashboard", plan.slug, code)
    dashboard = address_of("plan-dashboard", plan.slug)
    board = read_board(plan, query, today, department=code)
    own = [row for row in board.parts["department"] if row["code"] == code]
    if not own:
        return None
    return {
        **_page(board, base, None),
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (TITLE, dashboard),
            (own[0]["name"], None),
        ),
        "heading": f"{own[0]['name']}の{TITLE}",
        "department_note": _department_note(own[0]),
        "dashboard_url": dashboard,
    }


def _page(board: Board, base: str, surveys: dict | None) -> dict:
    plan, period = board.plan, board.period
    reviews = review_section(board)
    page = {
        "plan": plan_heading(plan),
        SITE_STATE: board.parts[SITE_STATE],
        "reports_url": address_of("report-list", plan.slug),
        "year": "" if board.is_prose else long_text(period.year),
        "period_over": period_over_text(plan, period.today),
        "apology": board.filters.apology,
        "scope": _scope(board, base),
        "verdict": _verdict(board, reviews),
        "form": form_of(board, base),
        "reviews": reviews,
        "list": _list(board) if board.everything else None,
    }
    if not board.has_numbers:
        return page
    if period.is_empty:
        return {**page, "empty": _empty(board, surveys)}
    return {**page, **_counted(board, base)}


def _counted(board, base):
    """The sections that need at least one published number in the plan."""
    standings, plan, filters = board.standings, board.plan, board.filters
    return {
        "tiles": tiles(standings, filters, base),
        "breakdown": breakdown(standings, plan.target_label),
        "changes": changes(standings, plan, board.period.year),
        "level_label": plan.level1_label,
        "policies": _policies(board, base),
        "waiting": waiting(board, base),
    }


def _policies(board, base):
    """A bar a policy; one alone would repeat the counts of the page."""
    if len(board.policies) < 2:
        return []
    return by_policy(board.standings, board.policies, board.filters, base)


def _empty(board, surveys):
    """What is known before the first value; an ended plan expects nothing."""
    noun, standings = board.plan.target_label, board.standings
    if board.period.is_over:
        return {"figures": empty.figures(standings, noun)[:1]}
    awaited = surveys and not surveys["has_changes"]
    count = len(surveys["rows"]) if awaited else 0
    return {
        "figures": empty.figures(standings, noun),
        "upcoming": empty.upcoming(standings, board.period, noun, count),
        "questions": empty.questions(standings, board.plan),
    }


def _verdict(board, reviews):
    if board.has_numbers:
        scope = board.policies[0]["label"] if board.filters.policy else ""
        return verdict(board.standings, board.period, scope)
    if reviews["groups"]:
        return [reviews["sentence"]]
    return IN_PROSE


def _list(board):
    period, noun = board.period, board.plan.target_label
    chosen = board.listed
    return {
        "heading": f"{noun}（{len(chosen):,}件）",
        "groups": groups(board),
        "is_by_distance": board.filters.sort == "distance",
        "has_bars": board.has_numbers,
        "tick": "" if period.is_over else short_text(period.path_year),
        "has_actual": not period.is_empty,
        "note": _unpublished_note(board),
        "years": _years_note(period),
    }


def _years_note(period):
    """R8は今年度（令和8年度）です: bars may show another year than the page."""
    year = period.path_year
    if year == of_date(period.today):
        return f"{short_text(year)}は今年度（{era_text(year)}）です。"
    return f"{short_text(year)}は{long_text(year)}です。"


def _unpublished_note(board):
    """Says once, before the first value, what every row would repeat."""
    period = board.period
    if not period.is_empty or period.is_over or is_start_year(board.standings):
        return ""
    return f"{era_text(period.year)}の実績は、まだこのサイトに登録されていません。"


def _scope(board, base):
    """Which part is looked at, with the way back to the whole; None for the whole."""
    filters = board.filters
    names = []
    if filters.policy:
        names = [f"{row['label']}「{row['title']}」" for row in board.policies]
    for row in board.parts["department"]:
        if row["code"] == filters.department:
            names.append(row["name"])
    if filters.type:
        names.append(f"値の種類が「{WORDS[filters.type]}」")
    if not names:
        return None
    whole = filters.address(base, policy="", department="", type="", status="")
    return {"text": "、".join(names), "url": whole}


def _in_order(board):
    return sorted(board.parts["department"], key=lambda row: row["name"])


def _department_note(row):
    """When a department ended and which took over; empty for one that exists."""
    if not row["until"]:
        return ""
    ended = f"この課は{era_text(row['until'])}までの課です。"
    if not row["successor"]:
        return ended
    return f"{ended}いまは{row['successor']}が引き継いでいます。"
