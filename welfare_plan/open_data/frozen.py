"""The numbers of a judgement as they were published, from what is kept of it. Pure.

A published judgement is never reckoned again. The numbers of its sum are kept as the
texts that visitors read, each printed by `indicators.figures.number_text`; they are
read back by its inverse, so that a file says just what the page says.
"""

from decimal import Decimal

from indicators.figures import number_from


def expected_value(text: str) -> Decimal | None:
    """目安 as printed, with one decimal more than the value; None without one."""
    return number_from(text)


def progress_pct(text: str) -> Decimal | None:
    """進捗率 in percent as printed; never 100 before the goal is reached."""
    return number_from(text.removesuffix("%"))


def unit(terms: dict) -> str:
    """The unit of a value judged by stored terms, as `Terms.unit_in` has it."""
    return terms.get("goal_unit") or terms.get("baseline_unit") or ""


def number(stored: str | None) -> Decimal | None:
    """A number of stored terms or limits."""
    return None if stored is None else Decimal(stored)
