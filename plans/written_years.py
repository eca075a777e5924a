"""The fiscal year that a cell names, in every way that people write it.

Pure. Addresses are read by the strict `fiscal_year.from_text`; cells may also hold
calendar years and dates, which are never filed without a doubt.
"""

import re
from dataclasses import dataclass
from datetime import date

from plans.fiscal_year import EARLIEST, era_text, from_text, of_date
from plans.typed_text import (
    KANJI_DIGITS,
    Doubt,
    TypedTextError,
    is_blank,
    one_form,
    quoted,
    refuse_rubbish,
)

_LONGEST = 40
_HOW = "「令和5年度」「R5」「2023」のように書いてください。"

# A blank between two digits might part two numbers; any other one means nothing.
_LOOSE_BLANK = re.compile("(?<![0-9]) | (?![0-9])")
_TWICE = re.compile(r"([^()]+)\(([^()]+)\)(年度?)?")
_AS_OF = re.compile(r"(?<=[度日月年])末?(?:時点|現在)?$")
_YEAR = "((?:令和|平成|昭和|[RHS])(?:元|[0-9]{1,2})|[0-9]{4})"
_PART = "([0-9]{1,2})"
_CLOCK = "(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.]0+)?)?)?"
_DATES = (
    re.compile(f"{_YEAR}年{_PART}月(?:{_PART}日)?", re.IGNORECASE),
    re.compile(f"{_YEAR}[./-]{_PART}[./-]{_PART}{_CLOCK}", re.IGNORECASE),
)


class YearError(TypedTextError):
    """A cell that names no fiscal year, or not one alone."""


@dataclass(frozen=True)
class WrittenYear:
    """A fiscal year as the western year of its April, and what is odd about it."""

    year: int
    doubt: Doubt | None = None


def read_year(raw: str) -> WrittenYear:
    """2023 from 令和5年度, R5, 2023, 平成35年度 or （令和5年度時点）.

    令和5年 and a date (R5.3.31 is in 2022) come with a doubt; a year without its era,
    as 5年度, raises YearError like everything else.
    """
    if is_blank(raw):
        raise YearError("blank", "年度が空欄です。", _HOW)
    if len(raw) > _LONGEST:
        raise YearError("too_long", "年度の欄の文字が長すぎます。", _HOW)
    refuse_rubbish(raw, error=YearError)
    text = _LOOSE_BLANK.sub("", one_form(raw))
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    written = _written_twice(text, raw) or _written_once(text)
    if written is None:
        raise _refused(text, raw)
    return written


def _written_twice(text: str, raw: str) -> WrittenYear | None:
    """令和5年度（2023年度） and 令和5（2023）年度, where both name the same year."""
    found = _TWICE.fullmatch(text)
    if not found:
        return None
    one, other, ending = found.groups(default="")
    both = _written_once(one + ending), _written_once(other)
    if None in both:
        return None
    if both[0].year != both[1].year:
        raise YearError(
            "two_years",
            f"{quoted(raw)}の2つの年度が合いません。",
            "正しい年度を1つだけ書いてください。",
        )
    return both[0] if both[0].doubt else both[1]


def _written_once(text: str) -> WrittenYear | None:
    day = _date(text)
    if day:
        return day
    text = _AS_OF.sub("", text)
    year = None if " " in text else from_text(text)
    if year:
        return WrittenYear(year)
    calendar_year = from_text(f"{text}度") if text.endswith("年") else None
    if not calendar_year:
        return None
    said = f"{quoted(text)}は1月から12月までの年とも読めます。"
    said += f"{era_text(calendar_year)}でよいか確かめてください。"
    return WrittenYear(calendar_year, Doubt("calendar_year", said))


def _date(text: str) -> WrittenYear | None:
    """The year that a date, or a month, falls in: no day of the month can move it."""
    bare = _AS_OF.sub("", text)
    found = _DATES[0].fullmatch(bare) or _DATES[1].fullmatch(bare)
    if not found:
        return None
    year, month, day_of_month = found.groups(default="1")
    try:
        day = date(from_text(year) or 0, int(month), int(day_of_month))
    except ValueError:
        return None
    fiscal_year = of_date(day)
    if fiscal_year < EARLIEST:
        return None
    said = (
        f"{quoted(text)}は日付です。{era_text(fiscal_year)}でよいか確かめてください。"
    )
    return WrittenYear(fiscal_year, Doubt("date", said))


def _refused(text: str, raw: str) -> YearError:
    if re.fullmatch("(?:元|[0-9]{1,2})(?:年度?)?", text):
        return YearError("no_era", f"{quoted(raw)}には元号がありません。", _HOW)
    if re.search(f"[{KANJI_DIGITS}]", text):
        return YearError("kanji_digits", f"{quoted(raw)}は漢数字です。", _HOW)
    return YearError("unreadable", f"{quoted(raw)}は年度として読めません。", _HOW)
