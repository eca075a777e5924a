"""What a council's pack says, as plain values that can be stored and shown again.

Every text is ready: a frozen pack needs nothing of the database but itself. Only what
is published goes in. A change of the shape raises FORMAT.
"""

from datetime import date

from indicators.dashboards.board import Board, read_board
from indicators.dashboards.surveys import survey_board
from indicators.dashboards.verdict import verdict
from indicators.progress_values import RULE_VERSION
from indicators.reports.limits import limits_used
from indicators.reports.reviews import (
    department_names,
    other_reviews,
    reviews_by_subject,
)
from indicators.reports.summary import summary_sheet
from indicators.reports.target_rows import is_numeric, statement, target_table
from indicators.reports.wording import legend_text, limits_text
from initiatives.models import CommitteeOpinion
from plans.fiscal_year import day_text, era_text, long_text, short_text
from plans.models import Plan
from plans.presenters import period_over_text, plan_name, publisher_text
from plans.rendering import samples_are_loaded

FORMAT = 1
# What is kept of a row that dashboards show.
_SURVEY = (
    "question",
    "answer",
    "arrow",
    "direction",
    "figures",
    "points",
    "margin",
    "chip",
)


def report_content(plan: Plan, fiscal_year: int, *, as_of: date) -> dict | None:
    """The pack of a plan and year as it stands on a day; None for a year out of reach.

    Needs publisher, source document and judgement settings of the plan.
    """
    board = report_board(plan, fiscal_year, as_of=as_of)
    return content_of(board) if board else None


def report_board(plan: Plan, fiscal_year: int, *, as_of: date) -> Board | None:
    """What a pack is made of; None for a year out of reach."""
    board = read_board(plan, {"year": short_text(fiscal_year)}, as_of, whole=True)
    return board if board.filters.year == fiscal_year else None


def content_of(board: Board) -> dict:
    plan, fiscal_year, as_of = board.plan, board.period.year, board.period.today
    reviews = {row["code"]: other_reviews(board, row) for row in board.policies}
    opinions = _opinions(plan, fiscal_year)
    sheets = [
        _policy_sheet(board, row, reviews[row["code"]], opinions)
        for row in board.policies
    ]
    return {
        "format": FORMAT,
        "is_sample": samples_are_loaded(),
        "plan": plan_name(plan),
        "is_working_title": not plan.title,
        "publisher": publisher_text(plan),
        "level_label": plan.level1_label,
        "target_label": plan.target_label,
        "year": long_text(fiscal_year),
        "year_era": era_text(fiscal_year),
        "as_of": f"{day_text(as_of)}現在",
        "period_over": period_over_text(plan, as_of),
        "summary": summary_sheet(board, reviews),
        "policies": sheets,
        "sheet_count": len(sheets) + 1,
        "foot": _foot(board),
    }


def _policy_sheet(board: Board, policy, reviews, opinions):
    own = [each for each in board.standings if each.policy == policy["code"]]
    numeric = [each for each in own if is_numeric(each)]
    surveys = survey_board(board.plan, board.parts, [policy], board.period.year)
    return {
        "code": policy["code"],
        "label": policy["label"],
        "title": policy["title"],
        "verdict": verdict(own, board.period) if numeric else [],
        "targets": target_table(
            numeric, reviews_by_subject(board), department_names(board)
        )
        if numeric
        else None,
        "statements": [statement(each) for each in own if not is_numeric(each)],
        "reviews": reviews,
        "surveys": _surveys(surveys) if surveys else None,
        "opinion": opinions.get(policy["code"], ""),
    }


def _surveys(board):
    return {
        "years": board["years"],
        "rows": [{name: row[name] for name in _SURVEY} for row in board["rows"]],
    }


def _opinions(plan, fiscal_year):
    rows = CommitteeOpinion.objects.filter(
        plan=plan, fiscal_year=fiscal_year, state=CommitteeOpinion.State.PUBLISHED
    )
    return dict(rows.values_list("policy__code", "text"))


def _foot(board):
    """What a reader of one sheet alone must know; the rules only beside figures."""
    year, document = board.period.year, board.plan.source_document
    return {
        "notes": [
            *(_rules(board, year) if board.has_numbers else []),
            "自動判定、担当課評価、委員会意見は、1つにまとめません。",
        ],
        "source": document.title or document.description,
    }


_PATH = (
    "目安は、出発点から目標まで同じ歩幅で進んだときの値です。"
    "中間の目標があれば、そこを通ります。"
)


def _rules(board, year):
    versions = {
        rows[-1]["rule_version"]
        for each in board.everything
        if (rows := each.target.publications.get(year))
    }
    return [
        legend_text(year),
        _PATH,
        limits_text(*limits_used(board.plan, year)),
        f"判定の版：{'、'.join(sorted(versions)) or RULE_VERSION}。",
    ]
