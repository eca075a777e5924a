"""What public survey results are compared by changes with a reason, in the open."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from indicators.models import SurveyWave
from tests.factories import a_survey_indicator
from tests.indicators.published import soup_of
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db

WHY = "原典の書き写しの誤りを直しました。"
IN_JAPAN_21_OCTOBER = datetime(2026, 10, 20, 15, 30, tzinfo=UTC)


def an_indicator(state="published"):
    """30.2% in 令和5年度, wanted to rise, and 34.5% in 令和7年度."""
    indicator = a_survey_indicator()
    wave = a_wave(plan=indicator.plan, fiscal_year=2025, valid_n=1000, state=state)
    a_result(indicator=indicator, wave=wave)
    indicator.refresh_from_db()
    return indicator


def change(indicator, reason="", **values):
    for name, value in values.items():
        setattr(indicator, name, value)
    indicator.history_reason = reason
    indicator._history_date = IN_JAPAN_21_OCTOBER
    indicator.full_clean()
    indicator.save()


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"baseline_value": Decimal(20)}, "基準値（％）"),
        ({"baseline_value": None}, "基準値（％）"),
        ({"baseline_fiscal_year": 2024}, "基準年度"),
        ({"desired_direction": "decrease"}, "めざす向き"),
        ({"decimals": 2}, "小数点以下の桁数"),
    ],
    ids=lambda value: str(value),
)
def test_a_change_needs_a_reason_once_a_result_is_public(values, name):
    indicator = an_indicator()

    with pytest.raises(ValidationError) as refusal:
        change(indicator, **values)

    (message,) = refusal.value.messages
    assert message == (
        f"公開した調査の結果があるため、{name}を変えるには理由が必要です。"
        "評価項目の画面で「公表したあとに変える理由」を入力してください。"
    )


@pytest.mark.parametrize(
    "make", [a_survey_indicator, lambda: an_indicator("draft")], ids=["none", "draft"]
)
def test_before_a_result_is_public_no_reason_is_asked(make):
    indicator = make()

    change(indicator, desired_direction="decrease")

    indicator.refresh_from_db()
    assert indicator.desired_direction == "decrease"


def test_its_words_are_changed_without_a_reason():
    indicator = an_indicator()

    change(indicator, question="問いを書き写し直した")

    indicator.refresh_from_db()
    assert indicator.question == "問いを書き写し直した"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"baseline_value": Decimal(20)}, "基準値：30.2%（令和5年度） → 20.0%"),
        ({"baseline_value": None}, "基準値：30.2%（令和5年度） → 原典に記載なし。"),
        ({"baseline_fiscal_year": 2024}, "30.2%（令和5年度） → 30.2%（令和6年度）。"),
        ({"desired_direction": "decrease"}, "めざす向き：増やす → 減らす。"),
        ({"decimals": 2}, "小数点以下の桁数：1桁 → 2桁。"),
    ],
    ids=lambda value: str(value),
)
def test_the_page_lists_old_and_new_the_day_and_why(client, values, said):
    indicator = an_indicator()
    change(indicator, WHY, **values)

    page = soup_of(client, indicator.get_absolute_url())

    (listed,) = page.select("#h-corrected ~ ul li")
    assert listed.get_text().startswith("この評価項目を、令和8年10月21日に直しました。")
    assert said in listed.get_text()
    assert listed.get_text().endswith(f"理由：{WHY}")


def test_what_was_changed_before_results_were_public_is_not_listed(client):
    indicator = an_indicator("draft")
    change(indicator, baseline_value=Decimal(20))
    SurveyWave.objects.update(state="published")

    page = soup_of(client, indicator.get_absolute_url())

    assert "20.0% → 34.5%" in page.select_one(".verdict").get_text()
    assert page.select_one("#h-corrected") is None
