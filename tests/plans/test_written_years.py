"""The fiscal years that cells name."""

import pytest

from plans import fiscal_year
from plans.written_years import WrittenYear, YearError, read_year


def refused(text):
    with pytest.raises(YearError) as caught:
        read_year(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和5年度", 2023),
        ("令和５年度", 2023),
        ("令和 5 年度", 2023),
        (" R5 ", 2023),
        ("R5年度", 2023),
        ("Ｒ５", 2023),
        ("r5", 2023),
        ("㋿5年度", 2023),
        ("令和元年度", 2019),
        ("R元", 2019),
        ("H31年度", 2019),
        ("R1", 2019),
        ("平成35年度", 2023),
        ("㍻30年度", 2018),
        ("昭和63年度", 1988),
        ("昭和64年度", 1989),
        ("2023年度", 2023),
        ("２０２３", 2023),
        ("2023", 2023),
        ("2023\u200b", 2023),
        ("（令和5年度時点）", 2023),
        ("令和5年度時点", 2023),
        ("令和5年度末", 2023),
        ("令和5年度末現在", 2023),
        ("令和5年度（2023年度）", 2023),
        ("令和5（2023）年度", 2023),
        ("2023年度（R5）", 2023),
        ("R5 (2023)", 2023),
    ],
)
def test_a_year_is_read_in_every_way_people_write_it(text, year):
    assert read_year(text) == WrittenYear(year)


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("令和5年", 2023, "calendar_year"),
        ("2023年", 2023, "calendar_year"),
        ("平成31年", 2019, "calendar_year"),
        ("令和5年度（2023年）", 2023, "calendar_year"),
        ("R5.3.31", 2022, "date"),
        ("r5.4.1", 2023, "date"),
        ("R5/3/31", 2022, "date"),
        ("2023/3/31", 2022, "date"),
        ("2023-04-01", 2023, "date"),
        ("2023-03-31 00:00:00", 2022, "date"),
        ("2023-03-31T00:00:00", 2022, "date"),
        ("令和5年3月31日", 2022, "date"),
        ("令和 5 年 3 月 31 日", 2022, "date"),
        ("（令和5年3月31日現在）", 2022, "date"),
        ("令和5年3月末時点", 2022, "date"),
        ("令和元年5月", 2019, "date"),
        ("平成31年3月31日", 2018, "date"),
    ],
)
def test_a_calendar_year_or_a_date_is_read_with_a_doubt(text, year, code):
    written = read_year(text)

    assert (written.year, written.doubt.code) == (year, code)
    assert written.doubt.asks
    assert f"{fiscal_year.era_text(year)}でよいか" in written.doubt.sentence


def test_a_doubt_quotes_what_was_written():
    assert read_year("R5.3.31").doubt.sentence == (
        "「R5.3.31」は日付です。令和4年度でよいか確かめてください。"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "blank"),
        ("　", "blank"),
        ("5年度", "no_era"),
        ("5年", "no_era"),
        ("5", "no_era"),
        ("元年度", "no_era"),
        ("令和五年度", "kanji_digits"),
        ("R⑤", "disguised_digit"),
        ("R5²", "disguised_digit"),
        ("R5\nR6", "several_lines"),
        ("R\x005", "hidden_character"),
        ("令和5年度（2022年度）", "two_years"),
        ("R5～R7", "unreadable"),
        ("R5、R6", "unreadable"),
        ("令和5年度実績", "unreadable"),
        ("R0", "unreadable"),
        ("令和", "unreadable"),
        ("大正3年度", "unreadable"),
        ("1925", "unreadable"),
        ("昭和元年3月31日", "unreadable"),
        ("R5.2.30", "unreadable"),
        ("R5.13.1", "unreadable"),
        ("2 023", "unreadable"),
        ("R5 3 31", "unreadable"),
        ("45016", "unreadable"),
        ("20230331", "unreadable"),
        ("R٣", "unreadable"),
        ("来年度", "unreadable"),
        ("2023" * 1000, "too_long"),
    ],
)
def test_what_names_no_year_is_refused_with_an_example(text, code):
    error = refused(text)

    assert error.code == code
    assert error.sentence.endswith("。")


def test_a_year_without_its_era_is_answered_with_the_ways_to_write_it():
    assert refused("5年度").sentence == (
        "「5年度」には元号がありません。「令和5年度」「R5」「2023」のように書いてください。"
    )
