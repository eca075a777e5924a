"""Rules for values, surveys and reviews that the database keeps by itself."""

import pytest

from tests import value_records as make
from tests.factories import a_measure, a_plan, a_policy, a_survey_indicator, a_target
from tests.plans.broken_rules import constraints_of, refuses

pytestmark = pytest.mark.django_db


def _second(maker, name, other, **shared):
    """A record in another year, and the year that its neighbour already has."""
    taken = maker(**shared)
    return maker(**shared, **{name: other}), {name: getattr(taken, name)}


RULES = {
    "councilreport_one_a_year": lambda: _second(
        make.a_report, "fiscal_year", 2024, plan=a_plan()
    ),
    "goalrevision_one_a_year": lambda: _second(
        make.a_revision, "effective_from_fy", 2028, target=a_target()
    ),
    "goalrevision_number_only_for_a_set_goal": lambda: (
        make.a_revision(),
        {"goal_value": None},
    ),
    "goalrevision_statement_has_words": lambda: (
        make.a_revision(goal_state="undecided", goal_value=None),
        {"goal_state": "statement"},
    ),
    "goalrevision_has_a_reason": lambda: (make.a_revision(), {"reason": ""}),
    "judgementsettings_shares_in_order": lambda: (
        make.settings_of_a_plan(),
        {"k_slight": "0.96"},
    ),
    "judgementsettings_assumed_n_positive": lambda: (
        make.settings_of_a_plan(),
        {"assumed_n": 0},
    ),
    "milestone_one_a_year": lambda: _second(
        make.a_milestone, "fiscal_year", 2028, target=a_target()
    ),
    "observation_one_a_year": lambda: _second(
        make.an_observation, "fiscal_year", 2024, target=a_target()
    ),
    "observation_submitted_says_something": lambda: (
        make.an_observation(value=None),
        {"state": "submitted"},
    ),
    "observation_number_or_state": lambda: (
        make.an_observation(),
        {"value_state": "suppressed"},
    ),
    "publishedvalue_revision": lambda: _second_publication(),
    "publishedvalue_revision_from_one": lambda: (
        make.a_publication(correction_reason="直しました"),
        {"revision": 0},
    ),
    "publishedvalue_correction_has_a_reason": lambda: (
        make.a_publication(revision=2),
        {"is_correction": True},
    ),
    "surveyresult_one_a_wave": lambda: _second_result(),
    "surveyresult_is_a_percentage": lambda: (make.a_result(), {"percent": "101"}),
    "surveyresult_wave_in_same_plan": lambda: (
        make.a_result(),
        {"wave": make.a_wave()},
    ),
    "surveyresult_indicator_in_same_plan": lambda: (
        make.a_result(),
        {"indicator": a_survey_indicator()},
    ),
    "surveywave_one_a_year": lambda: _second(
        make.a_wave, "fiscal_year", 2024, plan=a_plan()
    ),
    "surveywave_answers_not_more_than_sent": lambda: (
        make.a_wave(sent=100, valid_n=50),
        {"valid_n": 101},
    ),
    "review_says_something": lambda: (
        make.a_review(state="draft", rating="", comment=""),
        {"state": "submitted"},
    ),
    "review_has_one_subject": lambda: (make.a_review(), {"initiative": None}),
    "review_one_a_year_initiative": lambda: _second_review(),
    "review_one_a_year_measure": lambda: _second(
        make.a_review, "fiscal_year", 2024, measure=a_measure()
    ),
    "review_one_a_year_policy": lambda: _second(
        make.a_review, "fiscal_year", 2024, policy=a_policy()
    ),
    "review_policy_in_same_plan": lambda: (
        make.a_review(policy=a_policy()),
        {"policy": a_policy()},
    ),
    "review_measure_in_same_plan": lambda: (
        make.a_review(measure=a_measure()),
        {"measure": a_measure()},
    ),
    "review_initiative_in_same_plan": lambda: (
        make.a_review(),
        {"initiative": make.an_initiative()},
    ),
    "committeeopinion_one_a_year": lambda: _second(
        make.an_opinion, "fiscal_year", 2024, policy=a_policy()
    ),
    "committeeopinion_policy_in_same_plan": lambda: (
        make.an_opinion(),
        {"policy": a_policy()},
    ),
}


def _second_publication():
    observation = make.an_observation()
    make.a_publication(observation)
    again = make.a_publication(observation, revision=2, correction_reason="誤り")
    return again, {"revision": 1}


def _second_result():
    first = make.a_result()
    other = a_survey_indicator(first.indicator.policy)
    return make.a_result(indicator=other, wave=first.wave), {
        "indicator": first.indicator
    }


def _second_review():
    initiative = make.an_initiative()
    make.a_review(initiative=initiative)
    again = make.a_review(initiative=initiative, fiscal_year=2024)
    return again, {"fiscal_year": 2025}


@pytest.mark.parametrize("case", RULES.values(), ids=RULES)
def test_the_database_alone_keeps_the_rule(case):
    assert refuses(case)


def test_every_rule_about_values_is_one_of_the_apps():
    assert constraints_of("indicators") | constraints_of("initiatives") >= set(RULES)
