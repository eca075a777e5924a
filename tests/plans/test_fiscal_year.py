"""Fiscal years and their names in the Japanese eras."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans import fiscal_year

# From the earliest year with a name to the last one that a date can hold.
years = st.integers(fiscal_year.EARLIEST, 9998)
days = st.dates(date(1926, 4, 1))

FIRST_YEARS = {"令和": 2019, "平成": 1989, "昭和": 1926}


@pytest.mark.parametrize(
    ("day", "year"),
    [
        pytest.param(date(2023, 3, 31), 2022, id="last day of a year"),
        pytest.param(date(2023, 4, 1), 2023, id="first day of a year"),
        pytest.param(date(2023, 12, 31), 2023, id="end of December"),
        pytest.param(date(2024, 1, 1), 2023, id="new year"),
        pytest.param(date(2024, 2, 29), 2023, id="leap day"),
    ],
)
def test_a_fiscal_year_runs_from_april_to_march(day, year):
    assert fiscal_year.of_date(day) == year


@given(days)
def test_a_day_lies_between_the_april_and_the_march_of_its_fiscal_year(day):
    year = fiscal_year.of_date(day)

    assert date(year, 4, 1) <= day
    assert year == 9999 or day <= date(year + 1, 3, 31)


@given(st.dates(date(1926, 4, 1), date(9998, 1, 1)))
def test_the_fiscal_year_changes_on_the_first_of_april_alone(day):
    tomorrow = day + timedelta(days=1)

    changes = fiscal_year.of_date(tomorrow) != fiscal_year.of_date(day)

    assert changes == ((tomorrow.month, tomorrow.day) == (4, 1))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        pytest.param(date(2026, 3, 31), 2024, id="its last day still runs"),
        pytest.param(date(2026, 4, 1), 2025, id="over since midnight"),
    ],
)
def test_a_year_is_finished_from_the_day_after_its_last(day, year):
    assert fiscal_year.latest_finished(day) == year


@pytest.mark.parametrize(
    ("year", "era", "short", "long"),
    [
        # 柏市地域健康福祉計画: 基準年度 R5, 目標年度 R12.
        (2023, "令和5年度", "R5", "令和5年度（2023年度）"),
        (2030, "令和12年度", "R12", "令和12年度（2030年度）"),
        (2019, "令和元年度", "R1", "令和元年度（2019年度）"),
        (2018, "平成30年度", "H30", "平成30年度（2018年度）"),
        (1989, "平成元年度", "H1", "平成元年度（1989年度）"),
        (1988, "昭和63年度", "S63", "昭和63年度（1988年度）"),
        (1926, "昭和元年度", "S1", "昭和元年度（1926年度）"),
    ],
)
def test_a_year_has_its_name_of_the_era(year, era, short, long):
    names = (
        fiscal_year.era_text(year),
        fiscal_year.short_text(year),
        fiscal_year.long_text(year),
    )

    assert names == (era, short, long)


@given(years)
def test_the_name_of_a_year_leads_back_to_it(year):
    era, number = re.fullmatch(r"(..)(元|\d+)年度", fiscal_year.era_text(year)).groups()

    counted = 1 if number == "元" else int(number)

    assert FIRST_YEARS[era] + counted - 1 == year


@given(years, years)
def test_two_years_never_share_a_name(one, other):
    for name in (
        fiscal_year.era_text,
        fiscal_year.short_text,
        fiscal_year.long_text,
    ):
        assert (name(one) == name(other)) == (one == other)


@pytest.mark.parametrize("year", [5, 0, -1, 1925])
@pytest.mark.parametrize(
    "name", [fiscal_year.era_text, fiscal_year.short_text, fiscal_year.long_text]
)
def test_a_year_before_the_eras_is_refused_by_its_number(name, year):
    with pytest.raises(ValueError, match=f"{year} is before 1926"):
        name(year)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("R7", 2025),
        ("r7", 2025),
        ("Ｒ７", 2025),
        ("2025", 2025),
        ("２０２５", 2025),
        ("2025年度", 2025),
        ("令和7年度", 2025),
        ("令和 7 年度", 2025),
        ("㋿7年度", 2025),
        ("令和元年度", 2019),
        ("R1", 2019),
        ("H30", 2018),
        ("平成30年度", 2018),
        ("S63", 1988),
    ],
)
def test_a_year_is_read_in_every_way_people_write_it(text, year):
    assert fiscal_year.from_text(text) == year


@pytest.mark.parametrize(
    "text",
    ["", "7", "R", "R0", "R7x", "来年", "1868", "20255", "-2025", "R7;drop", "R٣"],
)
def test_what_names_no_year_is_none(text):
    assert fiscal_year.from_text(text) is None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 10, 1), "令和8年10月1日"),
        (date(2027, 3, 31), "令和9年3月31日"),
        (date(2019, 12, 31), "令和元年12月31日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1912, 7, 30), "1912年7月30日"),
    ],
)
def test_days_are_written_in_the_era_that_ran_on_them(day, text):
    assert fiscal_year.day_text(day) == text
