"""Figures as words: numbers with separators, units, years. Pure, for Decimal input."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from plans.fiscal_year import era_text

MINUS = "−"


# Pages of one plan print the same numbers over and over.
@lru_cache(maxsize=4096)
def number_text(value: Decimal, decimals: int) -> str:
    """1,100 or −5 or 0.5: half up, with U+2212 for minus and never a minus zero."""
    rounded = value.quantize(_last_place(decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,f}"
    return f"{MINUS}{text}" if rounded < 0 else text


@cache
def _last_place(decimals):
    return Decimal(1).scaleb(-decimals)


def number_from(text: str) -> Decimal | None:
    """The number that `number_text` printed; None for an empty text."""
    plain = text.replace(",", "").replace(MINUS, "-")
    return Decimal(plain) if plain else None


def figure_text(value: Decimal, decimals: int, unit: str) -> str:
    """A number with its unit: 1,100人／年."""
    return f"{number_text(value, decimals)}{unit}"


def year_text(fiscal_year: int | None) -> str:
    """令和5年度, or the words for a year that the source does not print."""
    return era_text(fiscal_year) if fiscal_year else "年度の記載なし"
