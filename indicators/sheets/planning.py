"""A whole file against a round: what each of its rows would do."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass

from indicators.cells import Doubt
from indicators.entry.answers import is_changeable
from indicators.sheets.asked import Asked, mark_of
from indicators.sheets.columns import CODE, FIGURES, READ
from indicators.sheets.content import SheetRow, rows_of
from indicators.sheets.figure_rows import plan_figure
from indicators.sheets.keys import Keys
from indicators.sheets.planned import KINDS, UNCHANGED, WRONG, PlannedRow
from indicators.sheets.review_rows import plan_review
from initiatives.models import AnswerState
from plans.typed_text import one_form

# An item that stands in thousands of rows is named in each of them: in a few words.
_MOST_NUMBERS = 5
_INPUTS = {
    kind: tuple(column.key for column in columns if column.is_input)
    for kind, columns in READ.items()
}


@dataclass(frozen=True)
class Plan:
    """What a file would do now; `ignored` rows name nothing and say nothing."""

    rows: list[PlannedRow]
    ignored: list[PlannedRow]

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(row.kind for row in self.rows)
        return {kind: found[kind] for kind in KINDS}

    @property
    def has_mistakes(self) -> bool:
        return any(row.mistakes for row in self.rows)

    @property
    def stored(self) -> list[PlannedRow]:
        """The rows of which something would be stored."""
        return [row for row in self.rows if row.is_stored]

    @property
    def doubts(self) -> Counter:
        """How many rows ask for each kind of look."""
        return Counter(code for row in self.rows for code in codes_of(row))

    def digest(self) -> str:
        """Of all that a person sees of it: equal where nothing would be different."""
        seen = hashlib.sha256()
        for row in self.rows:
            mark = mark_of(row.stored) if row.stored and row.changes else ""
            said = (row.code, row.changes, row.doubts, row.mistakes, mark)
            seen.update(repr(said).encode(errors="surrogatepass"))
        return seen.hexdigest()


def codes_of(row: PlannedRow) -> set[str]:
    return {doubt.code for doubt in row.doubts}


def plan_file(content: dict, asked: Asked, *, answers, known) -> Plan:
    """The plan of a file's content; `answers` and `known` are as `asked` gives them."""
    keys, seen = Keys(asked), content.get("seen")
    rows, ignored = [], []
    for row in rows_of(content):
        planned = PlannedRow(row)
        if not _says_something(row):
            planned.code = row.cells.get(CODE.key, "")
            planned.item = asked.items.get(planned.code)
            (rows if planned.item else ignored).append(planned)
            continue
        keys.find(planned)
        rows.append(planned)
        if planned.item and not planned.mistakes:
            planned.stored = answers.get(planned.code)
            _plan(planned, asked, known)
            planned.is_moved = seen is not None and _has_moved(planned, seen)
    _compare_repeated(rows)
    return Plan(rows, ignored)


def _plan(planned, asked, known):
    if planned.row.kind == FIGURES:
        figure = known.get(planned.item.subject)
        if figure is None:  # dropped from the round while this is read
            planned.refuse(CODE.heading, planned.code, "照会から外されました。")
            return
        plan_figure(planned, figure, asked.year)
    else:
        plan_review(planned, asked.year)
    if not planned.changes:
        planned.doubts.clear()
    elif planned.stored and not is_changeable(planned.stored):
        planned.refuse("状態", planned.stored.get_state_display(), _locked(planned))


def _locked(planned):
    stored = planned.stored
    word = stored.get_state_display()
    said = f"「{word}」のため、いまは変えられません。"
    if stored.state == AnswerState.SUBMITTED:
        return f"{said}提出を取り下げてから、もう一度取り込んでください。"
    if stored.state == AnswerState.APPROVED:
        return f"{said}計画担当に差戻しを頼んでください。"
    return f"{said}公開した評価は、計画担当が訂正します。"


def _says_something(row: SheetRow) -> bool:
    return bool(row.marks) or any(key in row.cells for key in _INPUTS[row.kind])


def _has_moved(planned, seen):
    now = mark_of(planned.stored) if planned.stored else None
    return seen.get(planned.code) != now


def _compare_repeated(rows):
    """One item twice: refused where the rows differ, else asked about once more."""
    by_code = defaultdict(list)
    for row in rows:
        if row.item and _says_something(row.row):
            by_code[row.code].append(row)
    for same in by_code.values():
        if len(same) > 1:
            _compare(same)


def _compare(rows):
    numbers = "・".join(str(row.row.number) for row in rows[:_MOST_NUMBERS])
    numbers += "行目" + "など" * (len(rows) > _MOST_NUMBERS)
    said = {_plain_cells(row) for row in rows}
    for row in rows:
        if len(said) > 1:
            row.refuse(
                CODE.heading,
                row.row.cells[CODE.key],
                f"同じコードの行（{numbers}）の内容が違います。1行にしてください。",
            )
    if len(said) == 1:
        for row in rows[1:]:
            row.changes, row.answer = [], None
        rows[0].doubts.append(
            Doubt("twice", f"同じ内容の行が{len(rows)}つあります（{numbers}）。")
        )
        if rows[0].kind == UNCHANGED:
            rows[0].doubts.clear()


def _plain_cells(planned):
    cells = planned.row.cells
    return tuple(one_form(cells.get(key, "")) for key in _INPUTS[planned.row.kind])


def rows_of_kind(plan: Plan, kind: str) -> list[PlannedRow]:
    """The rows of a kind; those that ask for a look, or moved, come first."""
    rows = [row for row in plan.rows if not kind or row.kind == kind]
    order = list(KINDS)
    return sorted(
        rows,
        key=lambda row: (
            row.kind != WRONG,
            not row.is_moved,
            not row.doubts,
            order.index(row.kind),
        ),
    )
