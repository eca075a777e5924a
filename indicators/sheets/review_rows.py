"""One row of 評価: what it would make of the stored review."""

from copy import copy

from indicators.sheets import cells
from indicators.sheets.asked import AskedItem
from indicators.sheets.columns import HEADINGS, READ, REVIEWS
from indicators.sheets.planned import Change, PlannedRow
from indicators.sheets.stored_cells import cells_of, is_same_text, says_the_same
from initiatives.models import Review

_COLUMN = {column.key: column for column in READ[REVIEWS]}
_INPUTS = [column for column in READ[REVIEWS] if column.is_input]
_RATINGS = dict(Review.Rating.choices)


def plan_review(planned: PlannedRow, year: int) -> None:
    """Fill `planned` in: the record as it would be, changes, mistakes."""
    given = {c.key: t for c in _INPUTS if (t := planned.row.cells.get(c.key))}
    cells.take_formulas(planned, _INPUTS)
    if not given or says_the_same(given, cells_of(planned.stored)):
        return
    answer = copy(planned.stored) or _new(planned.item, year)
    rating = cells.rating(planned, _COLUMN["rating"], _RATINGS)
    comment = cells.words(planned, _COLUMN["comment"])
    answer.rating = rating or answer.rating
    if comment and not is_same_text(comment, answer.comment):
        answer.comment = comment
    planned.changes = _changes(planned.stored or Review(), answer)
    planned.answer = answer if planned.changes else None


def _new(item: AskedItem, year) -> Review:
    subject = {f"{item.kind}_id": item.subject}
    return Review(plan_id=item.plan, fiscal_year=year, **subject)


def _changes(stored, answer):
    return [
        Change(HEADINGS[REVIEWS][key], old, new)
        for key in ("rating", "comment")
        if (old := getattr(stored, key)) != (new := getattr(answer, key))
    ]
