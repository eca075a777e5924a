"""Targets with published values for the tests of dashboards, with or without rows."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

from django.contrib.auth import get_user_model

from indicators.actions import approve, publish
from indicators.dashboards.standing import Period, standing_of
from indicators.following import FollowedTarget, observed, terms_of
from indicators.judged_years import progress_text
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.models import Observation
from indicators.progress import judge
from indicators.progress_values import Settings
from initiatives import answers
from tests.indicators.later import a_publication

R5, R6, R7, R8 = 2023, 2024, 2025, 2026
TODAY = date(2026, 9, 1)
_WORDS_OF_STATE = set(Observation.ValueState.values)

VALUES = {
    "id": 1,
    "code": "2-1",
    "name": "福祉の総合相談窓口への新規相談者数",
    "goal_text": "",
    "scope_note": "",
    "initiative_id": None,
    "measure_id": 1,
    "evaluation_mode": "goal",
    "measure_type": "flow",
    "direction": "",
    "decimals": 0,
    "baseline_value": Decimal(904),
    "baseline_unit": "人／年",
    "baseline_fiscal_year": R5,
    "goal_state": "set",
    "goal_value": Decimal(1100),
    "goal_unit": "人／年",
    "goal_fiscal_year": 2030,
    "goal_as_printed": "",
    "unit_confirmed": False,
}


def a_period(year=R7, **values):
    years = {"year": year, "path_year": year, "review_year": year}
    return Period(**{**years, "today": TODAY, **values})


def a_standing(published=None, *, period=None, policy="2", mended=(), **values):
    """A target that never was in a database; `published` maps years to cells.

    A cell is a number, or one of the words for a value that is none. `mended` are the
    values that were changed after all of them was published.
    """
    values = {**VALUES, **values}
    terms, publications = terms_of(values), {}
    for year, cell in (published or {}).items():
        publications[year] = [_row(terms, year, str(cell), publications)]
    values |= dict(mended)
    target = FollowedTarget(values, terms_of(values), publications)
    return standing_of(target, period or a_period(), Settings(), policy=policy)


def _row(terms, year, cell, earlier):
    is_word = cell in _WORDS_OF_STATE
    row = {
        "value": None if is_word else Decimal(cell),
        "value_state": cell if is_word else "",
        "provisional": False,
        "break_in_series": False,
    }
    rows = {each: observed(found[-1]) for each, found in earlier.items()}
    rows[year] = observed(row)
    result = judge(terms, rows, year=year, as_of=TODAY)
    return a_publication(
        terms,
        year,
        **row,
        status=result.status.value,
        status_why=result.why,
        sentence=reason_of(result, terms),
        expected_text=expected_text(result, terms),
        progress_text=progress_text(result),
        steps=json.dumps(steps_of(result, terms, Settings())),
    )


def publish_values(target, **cells):
    """Approve and publish values as staff would: `r6="931", r7="collecting"`."""
    at = datetime(2026, 9, 1, tzinfo=UTC)
    user, _ = get_user_model().objects.get_or_create(username="kacho")
    for year, cell in cells.items():
        is_word = cell in _WORDS_OF_STATE
        observation = Observation.objects.create(
            target=target,
            fiscal_year=2018 + int(year.removeprefix("r")),
            value=None if is_word else Decimal(cell),
            value_state=cell if is_word else "",
        )
        answers.submit(observation, by=None, at=at)
        approve(observation, by=user, at=at)
        publish(observation, at=at)
