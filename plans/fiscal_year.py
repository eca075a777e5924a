"""Japanese fiscal years: 1 April to 31 March, named by the year in which they start.

A fiscal year is an int, the western year of its April: 2023 is 令和5年度 (R5).
Their era changes at the fiscal year, not at the day: 2019 is 令和元年度, as
municipal plans print it. Years before 1926 are outside of what plans speak of.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

_ERAS = ((2019, "令和", "R"), (1989, "平成", "H"), (1926, "昭和", "S"))
EARLIEST = _ERAS[-1][0]
_FIRST_DAYS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
)

_ERA_STARTS = {key: first for first, name, letter in _ERAS for key in (name, letter)}
_WRITTEN = re.compile(r"(?:(令和|平成|昭和|[RHS])(元|[0-9]{1,2})|([0-9]{4}))(?:年度)?")


def of_date(day: date) -> int:
    """The fiscal year that a day falls in: 31 March 2023 belongs to 2022."""
    return day.year if day.month >= 4 else day.year - 1


def latest_finished(day: date) -> int:
    """The last fiscal year that was over before `day` began."""
    return of_date(day) - 1


def _era(fiscal_year: int) -> tuple[str, str, int]:
    for first, name, letter in _ERAS:
        if fiscal_year >= first:
            return name, letter, fiscal_year - first + 1
    raise ValueError(f"fiscal year {fiscal_year} is before {EARLIEST}")


@lru_cache(maxsize=1024)
def era_text(fiscal_year: int) -> str:
    """令和5年度; the first year of an era is 元年度."""
    name, _, year = _era(fiscal_year)
    return f"{name}{'元' if year == 1 else year}年度"


def long_text(fiscal_year: int) -> str:
    """令和5年度（2023年度）, for prose and headings."""
    return f"{era_text(fiscal_year)}（{fiscal_year}年度）"


def label_text(fiscal_year: int | None) -> str:
    """令和5年度, for the name of a record that may not be right yet: never an error."""
    if fiscal_year is None:
        return "年度なし"
    return era_text(fiscal_year) if fiscal_year >= EARLIEST else f"{fiscal_year}年度"


@lru_cache(maxsize=1024)
def short_text(fiscal_year: int) -> str:
    """R5, for narrow tables and axes."""
    _, letter, year = _era(fiscal_year)
    return f"{letter}{year}"


def day_text(day: date) -> str:
    """令和8年9月1日; a day, unlike a fiscal year, changes its era on the day itself."""
    for first, name in _FIRST_DAYS:
        if day >= first:
            year = day.year - first.year + 1
            return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def from_text(text: str) -> int | None:
    """2025 from R7, 令和7年度 or 2025; None where the words name no fiscal year."""
    squeezed = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    found = _WRITTEN.fullmatch(squeezed)
    if not found:
        return None
    era, number, western = found.groups()
    if western:
        return int(western) if int(western) >= EARLIEST else None
    number = 1 if number == "元" else int(number)
    return _ERA_STARTS[era] + number - 1 if number else None
