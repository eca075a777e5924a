"""Which rows of a file may be handed in, and what still keeps the others from it."""

from dataclasses import dataclass

from indicators.entry.confirming import confirmed_among
from indicators.entry.readiness import figure_problems, review_problems
from indicators.models import Observation, Target
from indicators.sheets.asked import Asked
from indicators.sheets.columns import FIGURES, HEADINGS
from indicators.sheets.planned import PlannedRow
from indicators.sheets.planning import Plan
from indicators.sheets.stored_cells import cells_of
from initiatives.models import OPEN_STATES

_HEADINGS = {"cell": "value", "answer": "value", "confirmed": "value"}


@dataclass(frozen=True)
class Ready:
    rows: list[PlannedRow]
    problems: list[tuple[PlannedRow, str]]


def ready_to_hand_in(plan: Plan, asked: Asked) -> Ready:
    """The rows that would be stored, and the stored drafts that the file repeats."""
    rows = [row for row in plan.rows if _is_to_hand_in(row)]
    for row in rows:
        row.answer = row.answer or row.stored
    figures = [row for row in rows if isinstance(row.answer, Observation)]
    known = asked.known() if figures else {}
    _join_targets(figures)
    confirmed = confirmed_among(row.stored for row in figures if row.stored)
    problems = []
    for row in rows:
        if isinstance(row.answer, Observation):
            is_confirmed = _is_looked_at(row) or row.answer.pk in confirmed
            found = figure_problems(
                row.answer, known[row.item.subject], confirmed=is_confirmed
            )
        else:
            found = review_problems(row.answer)
        problems += [(row, _sentence(problem)) for problem in found]
    return Ready(rows, problems)


def _is_to_hand_in(row):
    if row.is_stored:
        return True
    repeats = row.stored is not None and row.row.cells.keys() & cells_of(row.stored)
    return bool(repeats) and row.stored.state in OPEN_STATES


def _is_looked_at(row):
    """Whether the preview asked for every look that the value needs."""
    return row.is_stored and bool(row.row.cells.keys() & {"value", "state"})


def _join_targets(figures):
    """The judgement of a value needs its plan's limits: one query for all."""
    found = Target.objects.select_related("plan__judgement_settings")
    targets = found.in_bulk([row.answer.target_id for row in figures])
    for row in figures:
        row.answer.target = targets[row.answer.target_id]


def _sentence(problem):
    heading = HEADINGS[FIGURES].get(_HEADINGS.get(problem.field, problem.field), "")
    return f"「{heading}」：{problem.sentence}" if heading else problem.sentence
