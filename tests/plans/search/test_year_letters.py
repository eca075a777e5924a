"""Every way to write a year is one letter; a count is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.fields import LATEST
from plans.fiscal_year import EARLIEST, era_text, long_text, short_text
from plans.search.folding import fold

years = st.integers(EARLIEST, 2024 + 75)
YEAR_LETTERS = {chr(0xE000 + number) for number in range(LATEST - EARLIEST + 1)}


@pytest.mark.parametrize(
    "written",
    ["R12", "Ｒ１２", "r12", "R.12", "R12年度", "㋿12年度", "令和12年度", "令和12年"]
    + [
        "令和十二年度",
        "令和 12 年度",
        "令和１２年度",
        "平成42年度",
        "2030年度",
        "2030年",
        "２０３０",
    ],
)
def test_all_of_them_are_2030(written):
    assert fold(written) == fold("2030")
    assert len(fold(written)) == 1


def test_the_first_year_of_an_era_has_three_names():
    assert fold("令和元年度") == fold("平成31年度") == fold("R1") == fold("2019年度")


@given(years)
def test_a_year_is_one_letter_in_every_form_that_the_site_writes(year):
    forms = {fold(era_text(year)), fold(short_text(year)), fold(f"{year}年度")}

    assert len(forms) == 1
    assert len(forms.pop()) == 1
    assert fold(long_text(year)) == fold(str(year)) * 2


@given(years, years)
def test_no_two_years_have_one_letter(one, other):
    assert (fold(str(one)) == fold(str(other))) == (one == other)


@pytest.mark.parametrize(
    "count",
    ["2030人", "2030 人", "2,030人", "2030件", "2030か所", "2030%", "2030.5", "12030"]
    + [
        "2030メニュー",
        "R12000",
        "A2030",
        "第2030号",
        "2030年間",
        "令和12年間",
        "5年度",
    ],
)
def test_a_count_is_no_year(count):
    assert not any(letter in YEAR_LETTERS for letter in fold(count))


@pytest.mark.parametrize(
    "text", ["2030まで", "2030-2031", "2030～2031", "（2030）", "2030-10-01", "2030、"]
)
def test_a_bare_year_in_a_sentence_is_a_year(text):
    assert fold("2030") in fold(text)


def test_the_last_year_has_a_letter_of_the_private_area():
    assert fold(f"{LATEST}年度") in YEAR_LETTERS


def test_letters_of_the_private_area_in_a_text_are_no_years():
    assert fold("\ue068介護") == "介護"
