from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from indicators.judgement_labels import LABELS
from indicators.models import JudgementSettings
from indicators.presenters.how_we_judge import how_we_judge_page
from indicators.presenters.status_meanings import MEANINGS
from indicators.progress_values import Status
from indicators.survey_words import LABELS as SURVEY_LABELS
from plans.models import Plan
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)


def a_plan_with_targets(count=1, **values):
    plan = a_plan()
    initiative = an_initiative(a_measure(a_policy(plan)))
    return plan, [a_target(initiative, **values) for _ in range(count)]


def test_every_status_stands_in_one_row_with_its_word_and_meaning(client):
    soup = BeautifulSoup(client.get("/how-we-judge/").content, "html.parser")

    rows = [
        (row.th.get_text("", strip=True), row.td.text)
        for row in soup.select(".meanings tbody tr")
    ]

    assert rows[: len(Status)] != []
    for status in Status:
        label = LABELS[status]
        assert (f"{label.symbol}{label.word}", MEANINGS[status]) in rows
    assert len(rows) == len(Status) + len(SURVEY_LABELS)


def test_symbols_are_hidden_from_readers_who_hear_the_word(client):
    soup = BeautifulSoup(client.get("/how-we-judge/").content, "html.parser")

    assert {mark["aria-hidden"] for mark in soup.select(".st i")} == {"true"}


def test_the_limits_are_the_defaults_and_those_of_plans_with_their_own(client):
    plan, _ = a_plan_with_targets()
    JudgementSettings.objects.create(
        plan=plan, k_on=Decimal("0.9"), k_slight=Decimal("0.525"), assumed_n=400
    )

    rows = how_we_judge_page(TODAY, {})["thresholds"]

    assert rows == [
        {
            "name": "標準",
            "url": "",
            "on": "95%",
            "slight": "60%",
            "regress": "5%",
            "assumed_n": "1,000人",
        },
        {
            "name": plan.title,
            "url": plan.get_absolute_url(),
            "on": "90%",
            "slight": "52.5%",
            "regress": "5%",
            "assumed_n": "400人",
        },
    ]


def test_the_survey_margin_is_reckoned_and_said_in_plain_words(client):
    page = client.get("/how-we-judge/").content

    assert "「<dfn>誤差の範囲</dfn>」" in page.decode()
    page = BeautifulSoup(page, "html.parser").text
    assert "1,000人ずつの回答で約4.0ポイント" in page


def test_without_any_target_the_page_still_explains(client):
    Plan.objects.update(state="draft")

    page = client.get("/how-we-judge/").content.decode()

    assert "計算の例をここに示します" in page
    assert "（実績 − 基準値）÷（目標値 − 基準値）" in page


def test_the_page_costs_six_queries_however_many_targets(client):
    plan, _ = a_plan_with_targets(5)
    address = f"/how-we-judge/?plan={plan.slug}"
    first = queries_of(client, address)
    for _ in range(45):
        a_target(an_initiative(a_measure(plan.basicpolicy_set.get())))

    assert queries_of(client, address) == first <= 6


def test_the_footer_of_every_page_leads_here(client):
    soup = BeautifulSoup(client.get("/glossary/").content, "html.parser")

    assert soup.select_one('.site-foot a[href="/how-we-judge/"]').text == "判定の見方"
