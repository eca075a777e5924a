"""Japanese fiscal years: 1 April to 31 March, named by the year in which they start.

A fiscal year is an int, the western year of its April: 2023 is 令和5年度 (R5).
Era names change at the fiscal year here, not at the day: 2019 is 令和元年度, as
municipal plans print it. Years before 1926 are outside of what plans speak of.
"""

from datetime import date

_ERAS = ((2019, "令和", "R"), (1989, "平成", "H"), (1926, "昭和", "S"))
EARLIEST = _ERAS[-1][0]


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


def era_text(fiscal_year: int) -> str:
    """令和5年度; the first year of an era is 元年度."""
    name, _, year = _era(fiscal_year)
    return f"{name}{'元' if year == 1 else year}年度"


def long_text(fiscal_year: int) -> str:
    """令和5年度（2023年度）, for prose and headings."""
    return f"{era_text(fiscal_year)}（{fiscal_year}年度）"


def short_text(fiscal_year: int) -> str:
    """R5, for narrow tables and axes."""
    _, letter, year = _era(fiscal_year)
    return f"{letter}{year}"
