"""From typed rows to records that can be kept as JSON: with codes, parents and goals.

A record is {"sheet", "row", "fields", "parent"}; `parent` is [sheet, code]. Numbers
travel as text.
"""

from collections import Counter
from itertools import count

from indicators.cells import CellError, Expected, read_cell
from indicators.models import Target
from plans.decimals import decimal_places, decimal_text
from plans.tables import same_word
from plans.typed_text import quoted
from welfare_plan.new_plans.reading import Found, Problem, heading_of
from welfare_plan.new_plans.sheets import (
    PLAN,
    SHEETS,
    SURVEY,
    TARGET,
)

_TITLES = {TARGET: "name", SURVEY: "question"}


def content_of(found: Found) -> dict:
    """The records of a file in the order in which they are stored, and its problems."""
    return _Content(found).content()


class _Content:
    """`codes` and `names` lead to the records of each sheet.

    `unsure` are the sheets where a row got no code of its own, as its parent is wrong:
    that the rows below it find nothing there is no mistake of theirs.
    """

    def __init__(self, found):
        self.found, self.errors, self.doubts = found, found.errors, found.doubts
        self.records, self.codes, self.names = [], {}, {}
        self.unsure = set()

    def content(self):
        self._plan()
        for sheet in SHEETS[1:]:
            self._sheet(sheet)
        return {
            "records": self.records,
            "errors": _sentences(self.errors),
            "doubts": _sentences(self.doubts),
        }

    def _plan(self):
        rows = self.found.rows[PLAN]
        if len(rows) != 1:
            said = "計画を1行だけ書いてください。"
            self.errors.append(Problem(PLAN, rows[1].row if rows else 2, "", said))
        for row in rows[:1]:
            fields = {name: v for name, v in row.cells.items() if v is not None}
            self.records.append(_record(row, fields))

    def _sheet(self, sheet):
        rows = self.found.rows[sheet.name]
        written = [row.cells.get("code") for row in rows if row.cells.get("code")]
        self.codes[sheet.name], self.names[sheet.name] = {}, Counter()
        for row in rows:
            parent = self._parent(sheet, row) if sheet.parents else None
            fields = self._fields(sheet, row)
            if sheet.parents and parent is None and not row.cells.get("code"):
                self.unsure.add(sheet.name)
            code = self._code(sheet, row, parent, written)
            fields["code"] = code
            fields["position"] = len(self.codes[sheet.name]) + 1
            self.records.append(_record(row, fields, parent))
            self.codes[sheet.name][code] = _title(sheet.name, fields)
            self.names[sheet.name][_title(sheet.name, fields)] += 1

    def _parent(self, sheet, row):
        """[sheet, code] of the row above that a cell names by its code or its name."""
        text = row.cells.get("parent")
        if not text:
            return None
        for name in sheet.parents:
            if text in self.codes[name]:
                return [name, text]
        wanted = same_word(text)
        for name in sheet.parents:
            if self.names[name][wanted] > 1:
                said = f"{quoted(text)}は2つ以上あります。コードで書いてください。"
                self._problem(row, "parent", said)
                return None
            for code, title in self.codes[name].items():
                if title == wanted:
                    return [name, code]
        if self.unsure & set(sheet.parents):
            return None
        places = "」か「".join(sheet.parents)
        said = f"{quoted(text)}は、シート「{places}」にありません。"
        said += "コードか名称を、そのシートのとおりに書いてください。"
        self._problem(row, "parent", said)
        return None

    def _code(self, sheet, row, parent, written):
        if code := row.cells.get("code"):
            if code in self.codes[sheet.name]:
                said = f"{quoted(code)}は上の行にもあります。別のコードにしてください。"
                self._problem(row, "code", said)
            return code
        start = f"{parent[1]}-" if parent else ""
        taken = {*written, *self.codes[sheet.name]}
        return next(c for n in count(1) if (c := f"{start}{n}") not in taken)

    def _fields(self, sheet, row):
        hidden = {"code", "parent"}
        fields = {
            name: value
            for name, value in row.cells.items()
            if value is not None and name not in hidden
        }
        if sheet.name == TARGET:
            self._figures(row, fields)
        if sheet.name == SURVEY:
            self._share(row, fields)
        return fields

    def _figures(self, row, fields):
        """Baseline and goal, each a number, or a word that says why there is none."""
        unit = fields.pop("unit", "")
        goal_unit = fields.get("goal_unit", unit)
        kind = fields.get("measure_type", "")
        states, raw = Target.GoalState, fields.get("goal_value", "")
        baseline = self._cell(row, fields, "baseline_value", "baseline", unit, kind)
        goal = self._cell(row, fields, "goal_value", "goal", goal_unit, kind)
        state = states.SET
        if goal is None or goal.value is None:
            state = states.STATEMENT if fields.get("goal_text") else states.UNDECIDED
        fields["goal_state"] = state.value
        if raw and state != states.SET:
            fields["goal_as_printed"] = raw
        if baseline is not None and baseline.value is not None:
            fields["baseline_unit"] = unit
        if state == states.SET:
            fields["goal_unit"] = goal_unit
        numbers = [c.value for c in (baseline, goal) if c and c.value is not None]
        if numbers and not (unit and goal_unit):
            said = "空欄です。基準値と目標値の単位を書いてください。"
            self._problem(row, "unit", said)
        fields["decimals"] = max(map(decimal_places, numbers), default=0)

    def _share(self, row, fields):
        cell = self._cell(row, fields, "baseline_value", "baseline", "%", "ratio", 2)
        if cell is not None and cell.value is not None:
            fields["decimals"] = max(1, decimal_places(cell.value))

    def _cell(self, row, fields, name, kind, unit, measure_type, decimals=4):
        """What a cell means; its number goes to the fields as text."""
        raw = fields.pop(name, "")
        try:
            cell = read_cell(raw, Expected(unit, decimals, measure_type, kind))
        except CellError as error:
            self._problem(row, name, error.sentence)
            return None
        for doubt in cell.warnings:
            place = (row.sheet, row.row, heading_of(row.sheet, name))
            self.doubts.append(Problem(*place, doubt.sentence))
        if cell.value is not None:
            fields[name] = decimal_text(cell.value)
        return cell

    def _problem(self, row, name, said):
        heading = heading_of(row.sheet, name)
        self.errors.append(Problem(row.sheet, row.row, heading, said))


def _sentences(problems: list[Problem]) -> list[str]:
    """In the order of the file, whichever step noticed them."""
    order = [sheet.name for sheet in SHEETS]
    found = sorted(problems, key=lambda each: (order.index(each.sheet), each.row))
    return [each.sentence for each in found]


def _record(row, fields, parent=None):
    return {"sheet": row.sheet, "row": row.row, "fields": fields, "parent": parent}


def _title(sheet, fields):
    return same_word(fields.get(_TITLES.get(sheet, "title"), "") or "")
