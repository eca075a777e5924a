"""A figure that is none stops its file with one line that names it."""

import pytest

from tests.plan_files.refusal import refused
from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db

TARGET = "indicators.target [mihon-plan, t-1]"
SURVEY = "indicators.surveyindicator [mihon-plan, s-1]"

NO_FIGURES = [
    pytest.param("たくさん", id="words"),
    pytest.param("5%", id="percent sign"),
    pytest.param("NaN", id="not a number"),
    pytest.param("9" * 40, id="too many digits"),
    pytest.param("0.00001", id="too many decimals"),
    pytest.param("1e999999999999999", id="too large to be written out"),
    pytest.param("1e-999999999999999", id="too small to be written out"),
]


@pytest.mark.parametrize("value", NO_FIGURES)
def test_target_with_no_figure_is_named(value, write_file):
    message = refused(write_file(changed("'120'", f"'{value}'")))

    assert f"{TARGET} の goal_value：" in message


@pytest.mark.parametrize("value", NO_FIGURES)
def test_survey_with_no_figure_is_named(value, write_file):
    message = refused(write_file(changed("'30.2'", f"'{value}'")))

    assert f"{SURVEY} の baseline_value：" in message


@pytest.mark.parametrize("decimals", [5, 30, 99_999_999])
def test_more_decimals_than_a_figure_can_have_are_named(decimals, write_file):
    message = refused(write_file(changed("decimals: 1", f"decimals: {decimals}")))

    assert f"{TARGET} の decimals：" in message


def test_figure_with_more_decimals_than_it_says_is_named(write_file):
    message = refused(write_file(changed("'90.5'", "'90.55'")))

    assert f"{TARGET} の baseline_value：" in message


@pytest.mark.parametrize("number", [-1, 32_768, 10**30])
def test_position_outside_of_its_range_is_named(number, write_file):
    text = changed("code: kyojo", f"code: kyojo\n    position: {number}")

    message = refused(write_file(text))

    assert "plans.glossaryterm [mihon-plan, kyojo] の position：" in message


@pytest.mark.parametrize(
    ("old", "field"),
    [
        ("人\n    baseline_fiscal_year: 2023", f"{TARGET} の baseline_fiscal_year"),
        ("'30.2'\n    baseline_fiscal_year: 2023", f"{SURVEY} の baseline_fiscal_year"),
    ],
    ids=["target", "survey"],
)
def test_year_of_an_era_in_place_of_a_western_year_is_named(old, field, write_file):
    message = refused(write_file(changed(old, old.replace("2023", "5"))))

    assert f"{field}：" in message
