"""The sheets of a round as files: what is asked, what is known, what was answered."""

from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Coalesce

from indicators.entry import facts
from indicators.following import settings_of
from indicators.judgement_words import expected_text
from indicators.models import RoundItem
from indicators.progress import judge
from indicators.rounds.standing import MISSING, STATES
from indicators.sheets.asked import Asked, code_of
from indicators.sheets.columns import (
    COLUMNS,
    CORRECTION,
    FIGURES,
    REVIEWS,
    SHEET_NAMES,
)
from indicators.sheets.guide import guide_rows
from indicators.sheets.stored_cells import cells_of
from plans import tables
from plans.fiscal_year import short_text
from plans.presenters import plan_name

_PARTS = ("initiative", "measure", "policy")


@dataclass(frozen=True)
class SheetRows:
    """One kind of sheet: its columns and its rows, cells in their order."""

    kind: str
    columns: tuple[tables.Column, ...]
    rows: list[list[str]]


def sheets_of(asked: Asked, today, *, department: int | None = None) -> list[SheetRows]:
    """The sheets of what a person may answer, all or one department's."""
    items = _items(asked, department)
    answers = asked.answers()
    found = []
    figures = [item for item in items if item.target_id]
    if figures:
        known = asked.known()
        rows = [
            _figure_row(item, known[item.target_id], answers, today) for item in figures
        ]
        found.append(_sheet(FIGURES, rows))
    reviews = [item for item in items if not item.target_id]
    if reviews:
        found.append(_sheet(REVIEWS, [_review_row(each, answers) for each in reviews]))
    return found


def _items(asked, department):
    items = asked.own.filter(department=department) if department else asked.own
    return list(
        items.select_related(
            "department",
            "round",
            "target__plan__judgement_settings",
            "target__initiative",
            "target__measure",
            *(f"{part}__plan" for part in _PARTS),
        ).order_by(
            _either("plan__position"), _either("plan"), _either("position"), "pk"
        )
    )


def _either(field):
    return Coalesce(*(F(f"{part}__{field}") for part in ("target", *_PARTS)))


def workbook(sheets: list[SheetRows]) -> bytes:
    pages = [
        tables.Sheet(SHEET_NAMES[sheet.kind], sheet.columns, sheet.rows)
        for sheet in sheets
    ]
    columns = (tables.Column("こと", width=24), tables.Column("書き方", width=90))
    return tables.write_xlsx([*pages, tables.Sheet("使い方", columns, guide_rows())])


def _sheet(kind, rows) -> SheetRows:
    columns = COLUMNS[kind]
    # A column for corrections only where something public can be corrected.
    if not any(row["is_public"] for row in rows):
        columns = tuple(column for column in columns if column != CORRECTION)
    return SheetRows(
        kind,
        tuple(_written(column) for column in columns),
        [[row.get(column.key, "") for column in columns] for row in rows],
    )


def _written(column) -> tables.Column:
    return tables.Column(
        column.heading,
        width=column.width,
        is_locked=not column.is_input,
        choices=column.choices,
        note=column.note,
    )


def _figure_row(item: RoundItem, known, answers, today) -> dict:
    target = item.target
    parent = target.initiative or target.measure
    return {
        **_head(item, target, "target", answers),
        "part": _titled(parent),
        "unit": known.unit,
        "last": facts.last_text(known),
        "expected": _expected(known, target, today),
        "goal": facts.goal_text(known),
        "is_public": known.published is not None,
    }


def _expected(known, target, today):
    settings = settings_of(target.plan)
    result = judge(
        known.terms,
        known.followed.observed(),
        year=known.year,
        as_of=today,
        settings=settings,
    )
    return expected_text(result, known.terms)


def _review_row(item: RoundItem, answers) -> dict:
    kind = next(part for part in _PARTS if getattr(item, f"{part}_id"))
    subject = getattr(item, kind)
    head = _head(item, subject, kind, answers)
    return {**head, "title": _titled(subject), "is_public": False}


def _head(item, subject, kind, answers):
    code = code_of(kind, subject.plan.slug, subject.code)
    answer = answers.get(code)
    return {
        "code": code,
        "year": short_text(item.round.fiscal_year),
        "plan": plan_name(subject.plan),
        "title": subject.title,
        "department": item.department.name if item.department else "計画担当",
        "standing": STATES[answer.state if answer else MISSING],
        **cells_of(answer),
    }


def _titled(part):
    return " ".join(filter(None, (getattr(part, "label", ""), part.title)))
