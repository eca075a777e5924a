"""The unit of a cell: cut from its number, compared with the target's."""

import re

from indicators.cells.numbers import split_number
from indicators.cells.values import Expected
from indicators.cells.words import word_within
from indicators.units import split_unit, units_differ
from plans.typed_text import Doubt, one_form

# Letters, with what stands in 人/年, ㎡ (m2) and %.
_UNIT = re.compile(r"(?:[^\W\d_]|[%‰°/・]|(?<=m)[23])+")


def cut_unit(text: str, expected: Expected) -> tuple[str, str]:
    """(790, 人/年) from 790 人 / 年: the number's text, and the unit without blanks.

    The expected unit is looked for first, since it may begin like a number goes on:
    5千円 is 5 where 千円 is the unit, 5,000 elsewhere.
    """
    for unit in _expected_units(expected):
        ending = " ?".join(map(re.escape, unit))
        found = re.search(f" ?{ending}$", text)
        if found and split_number(text[: found.start()])[1] == "":
            return text[: found.start()], unit
    number, unit = split_number(text)
    return number, unit.replace(" ", "").replace("パーセント", "%")


def is_unit(text: str, expected: Expected) -> bool:
    """Whether it can be a unit (958集計中 has none); "" stands for the expected one."""
    if text in ("", *_expected_units(expected)):
        return True
    return bool(_UNIT.fullmatch(text)) and not word_within(text)


def _expected_units(expected):
    whole = one_form(expected.unit).replace(" ", "")
    return tuple(unit for unit in (whole, expected.base_unit) if unit)


def unit_doubts(unit: str, expected: Expected) -> tuple[Doubt, ...]:
    """Whether the typed unit counts another thing; a period left out asks nothing."""
    if not unit:
        return ()
    if units_differ(unit, expected.unit):
        known = f"「{expected.unit}」です" if expected.unit else "登録されていません"
        return (
            Doubt(
                "unit",
                f"単位が「{unit}」です。この取組目標の単位は{known}。"
                "同じものを数えているか確かめてください。",
            ),
        )
    if split_unit(unit)[1] != split_unit(expected.unit)[1]:
        said = f"単位を「{expected.unit}」として受け付けます。"
        return (Doubt("period", said, asks=False),)
    return ()
