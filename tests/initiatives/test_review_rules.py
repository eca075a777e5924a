"""A review belongs to the lowest level there is, of a year that has begun."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import a_measure, a_plan, a_policy, an_initiative
from tests.value_records import a_review, an_opinion

pytestmark = pytest.mark.django_db


def errors_of(record):
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


def test_a_measure_with_initiatives_below_it_is_not_reviewed_itself():
    policy = a_policy(a_plan(level3_label="活動方針"))
    measure = an_initiative(a_measure(policy)).measure

    assert errors_of(a_review(measure=measure)) == {
        "measure": [
            (
                "この下に「活動方針」があります。"
                "評価は、「活動方針」を1つずつ選んで登録してください。"
            )
        ]
    }


def test_a_policy_with_measures_below_it_is_not_reviewed_itself():
    policy = a_measure().policy

    assert "「基本施策」" in errors_of(a_review(policy=policy))["policy"][0]


@pytest.mark.parametrize(
    "subject",
    [
        lambda: {"policy": a_policy()},
        lambda: {"measure": a_measure()},
        lambda: {"initiative": an_initiative()},
    ],
    ids=["policy", "measure", "initiative"],
)
def test_the_lowest_level_there_is_can_be_reviewed(subject):
    assert a_review(**subject()).full_clean() is None


@pytest.mark.parametrize("record", [a_review, an_opinion])
def test_a_year_that_has_not_begun_is_refused(record):
    early = record(fiscal_year=2199)

    assert errors_of(early) == {
        "fiscal_year": ["令和181年度は、まだ始まっていません。年度を確かめてください。"]
    }
