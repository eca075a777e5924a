"""Whether a number that was read can be what its cell is for."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from indicators.cells.errors import refusal
from indicators.cells.units import unit_doubts
from indicators.cells.values import Cell, Expected
from indicators.figures import number_text
from plans.decimals import decimal_places, decimal_text
from plans.typed_text import Doubt


def checked(cell: Cell, expected: Expected) -> Cell:
    """The cell, whose unit comes as typed, with its final value, unit and doubts."""
    typed = cell.unit
    value = _shown(cell.value, typed, cell.raw, expected)
    cell = replace(cell, value=value, warnings=unit_doubts(typed, expected))
    if not cell.is_unit_in_doubt:
        cell = replace(cell, unit=expected.base_unit)
    _refuse_out_of_range(cell, expected)
    _refuse_decimals(cell, expected)
    return replace(cell, warnings=cell.warnings + _count_doubts(cell, expected))


def _shown(value: Decimal, unit: str, raw: str, expected: Expected) -> Decimal:
    """12.5 where a spreadsheet keeps 0.125 and shows 12.5 %."""
    takes_percent = expected.is_ratio or expected.base_unit == "%"
    is_percent = unit == "%" or expected.is_percent_formatted
    if is_percent and not takes_percent:
        counted = expected.base_unit or "単位のない"
        raise refusal("percent_in_a_count", raw, unit=counted)
    if expected.is_percent_formatted and unit != "%":
        value = value.scaleb(2)
    return Decimal(decimal_text(value))


def _refuse_out_of_range(cell: Cell, expected: Expected) -> None:
    if expected.is_ratio and not 0 <= cell.value <= 100:
        raise refusal("ratio_out_of_range", cell.raw)


def _refuse_decimals(cell: Cell, expected: Expected) -> None:
    """A finer value than the target's could not be saved, so there is no asking."""
    found, allowed = decimal_places(cell.value), expected.decimals
    if found <= allowed:
        return
    step = Decimal(1).scaleb(-allowed)
    said = {
        "found": found,
        "allowed": f"小数点以下{allowed}けた" if allowed else "整数",
    }
    if _is_share(cell, expected):
        percent = decimal_text(cell.value.scaleb(2))
        raise refusal("share", cell.raw, **said, percent=percent)
    rounded = number_text(cell.value.quantize(step, ROUND_HALF_UP), allowed)
    raise refusal("decimals", cell.raw, **said, rounded=rounded)


def _is_share(cell, expected):
    """0.9 where 90 % is meant, as a spreadsheet keeps it."""
    is_percent = expected.is_ratio or expected.base_unit == "%"
    return is_percent and 0 < cell.value < 1 and not set("%％") & set(cell.raw)


def _count_doubts(cell: Cell, expected: Expected) -> tuple[Doubt, ...]:
    if expected.is_ratio:
        return ()
    doubts = ()
    if cell.value < 0:
        said = "負の数です。増えた数や減った数ではないか確かめてください。"
        doubts += (Doubt("negative", said),)
    if decimal_places(cell.value):
        said = "小数点のある数です。小数点の位置を確かめてください。"
        doubts += (Doubt("decimals", said),)
    return doubts
