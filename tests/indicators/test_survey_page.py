import pytest

from tests.factories import a_survey_indicator
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_survey_page_shows_question_answer_baseline_and_direction(client):
    address = "/plans/kashiwa-chiiki-fukushi/surveys/4-2/"

    page = client.get(address).content.decode()

    assert "災害が起きた時に支援をしてくれる人はいるか" in page
    assert "「支援してくれる人はいない」と答えた人の割合" in page
    assert "5.1%（令和5年度）" in page
    assert "減らす" in page
    assert "次回調査待ち" in page
    assert "② 支援してくれる人はいない 5.1%" in page


def test_survey_page_costs_two_queries_however_many_indicators(client):
    indicator = a_survey_indicator()
    first = queries_of(client, indicator.get_absolute_url())
    for _ in range(20):
        a_survey_indicator(indicator.policy)

    assert queries_of(client, indicator.get_absolute_url()) == first <= 2
