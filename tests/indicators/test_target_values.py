"""What a target can hold, and how many decimals its values may have."""

import pytest
from django.core.exceptions import ValidationError

from indicators.models import Target
from tests.factories import a_survey_indicator, a_target

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("decimals", "value"),
    [(0, "904"), (0, "904.0000"), (1, "0.5"), (2, "-0.25"), (4, "0.0001"), (4, "0")],
)
@pytest.mark.parametrize("field", ["baseline_value", "goal_value"])
def test_a_value_with_no_more_decimals_than_stated_is_taken(field, decimals, value):
    target = a_target(decimals=decimals, **{field: value})
    target.refresh_from_db()

    assert target.full_clean() is None


@pytest.mark.parametrize(("decimals", "value"), [(0, "0.5"), (1, "0.25"), (3, "1E-4")])
@pytest.mark.parametrize("field", ["baseline_value", "goal_value"])
def test_a_value_with_more_decimals_is_refused_at_its_field(field, decimals, value):
    target = a_target(decimals=decimals, **{field: value})
    target.refresh_from_db()

    with pytest.raises(ValidationError) as refusal:
        target.full_clean()

    assert list(refusal.value.message_dict) == [field]
    assert f"小数点以下が{decimals}桁より多い値です。" in refusal.value.messages[0]


@pytest.mark.parametrize("decimals", [5, 26, 30_000])
def test_too_many_decimals_are_refused_and_never_counted_with(decimals):
    target = a_target()
    target.refresh_from_db()
    target.decimals = decimals

    with pytest.raises(ValidationError) as refusal:
        target.full_clean()

    assert list(refusal.value.message_dict) == ["decimals"]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(
            {"baseline_value": None, "baseline_fiscal_year": None}, id="start"
        ),
        pytest.param({"goal_state": "undecided", "goal_value": None}, id="goal"),
        pytest.param({"goal_fiscal_year": None}, id="year of the goal"),
        pytest.param({"baseline_unit": "人／年", "goal_unit": "回／年"}, id="one unit"),
    ],
)
def test_what_a_plan_does_not_print_may_be_missing(values):
    target = a_target(**values)
    target.refresh_from_db()

    assert target.full_clean() is None


def test_a_goal_in_words_speaks_for_a_target_without_a_name():
    target = Target(name="", goal_text="見守りを続ける")

    assert target.title == "見守りを続ける"


@pytest.mark.parametrize("value", ["0", "100", "30.2", None])
def test_a_survey_baseline_is_a_percentage_or_missing(value):
    indicator = a_survey_indicator(baseline_value=value)
    indicator.refresh_from_db()

    assert indicator.full_clean() is None
