"""Reviews and opinions of one year on every page: the newest of a finished year."""

import pytest

from indicators.reports.content import report_content
from tests.factories import a_measure, a_policy, a_target, an_initiative
from tests.indicators.published import (
    NOVEMBER_R8,
    publish_value,
    soup_of,
    stop_the_clock,
)
from tests.value_records import a_review, an_opinion

pytestmark = pytest.mark.django_db

R6, R7, R8 = 2024, 2025, 2026


@pytest.fixture(autouse=True)
def november(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def initiative():
    return an_initiative(a_measure(a_policy()))


def reviewed(subject, **years):
    """Published reviews by year: `r7="words"`."""
    for year, comment in years.items():
        year = 2018 + int(year.removeprefix("r"))
        a_review(**subject, fiscal_year=year, comment=comment, state="published")


def text_of(client, address):
    return soup_of(client, address).main.get_text(" ", strip=True)


def dashboard_of(plan):
    return f"/plans/{plan.slug}/dashboard/"


@pytest.fixture
def target(initiative):
    """Its plan shows 令和6年度; what was said goes on to the running 令和8年度."""
    target = a_target(initiative, name="相談者数")
    publish_value(target, R6, "931")
    reviewed({"initiative": initiative}, r6="六年度の声", r7="七年度の声", r8="八の声")
    policy = initiative.measure.policy
    for year, text in ((R7, "七年度の意見"), (R8, "八の意見")):
        an_opinion(policy=policy, fiscal_year=year, text=text, state="published")
    return target


def test_every_page_tells_the_newest_review_of_a_finished_year(client, target):
    pages = [
        target.get_absolute_url(),
        target.initiative.get_absolute_url(),
        dashboard_of(target.plan),
    ]

    texts = [text_of(client, page) for page in pages]

    for text in texts:
        assert "七年度の声" in text
        assert "八の声" not in text
    assert "令和7年度の取組への評価" in texts[0]
    assert "令和7年度の取組への評価" in texts[1]
    assert "令和7年度の担当課評価" in texts[2]


@pytest.mark.parametrize("kind", ["measure", "policy"])
def test_measures_and_policies_do_the_same(client, initiative, kind):
    measure = initiative.measure
    record = {"measure": measure, "policy": measure.policy}[kind]
    reviewed({kind: record}, r7="七年度の声", r8="八の声")

    text = text_of(client, record.get_absolute_url())

    assert "七年度の声" in text
    assert "八の声" not in text


def test_target_and_policy_tell_the_same_opinion(client, target):
    for page in (target, target.initiative.measure.policy):
        text = text_of(client, page.get_absolute_url())

        assert "七年度の意見 令和7年度の基本方針への意見" in text
        assert "八の意見" not in text


def test_beside_voices_of_another_year_the_judgement_names_its_own(client, target):
    text = text_of(client, target.get_absolute_url())

    assert "令和6年度の数値だけから計算しています。" in text


def test_a_year_that_is_asked_for_shows_its_own_reviews(client, target):
    text = text_of(client, dashboard_of(target.plan) + "?year=R8")

    assert "令和8年度の担当課評価" in text
    assert "八の声" in text


def test_choosing_the_year_that_is_shown_changes_nothing(client, target):
    address = dashboard_of(target.plan)

    assert text_of(client, address) == text_of(client, address + "?year=R6")


def test_a_pack_tells_the_reviews_of_its_own_year(target):
    content = report_content(target.plan, R6, as_of=NOVEMBER_R8)

    (row,) = content["policies"][0]["targets"]["rows"]
    assert row["review"]["comment"] == "六年度の声"
    assert "七年度の声" not in str(content)


def test_a_plan_without_numbers_stays_in_a_finished_year(client, initiative):
    an_initiative(initiative.measure)
    reviewed({"initiative": initiative}, r7="七年度の声", r8="八の声")

    plan_page, overview = (
        "".join(text_of(client, address).split())
        for address in (dashboard_of(initiative.plan), "/dashboard/")
    )

    said = "令和7年度の担当課評価は、2件のうち1件が公表済みです。"
    assert said in plan_page
    assert "令和7年度の担当課評価は、1件が公表済みです。" in overview
    assert "八の声" not in plan_page


def test_a_review_of_the_running_year_alone_opens_no_year(client, initiative):
    reviewed({"initiative": initiative}, r8="八の声")

    soup = soup_of(client, dashboard_of(initiative.plan))

    assert soup.select_one(".verdict").text == (
        "令和7年度の担当課評価は、まだ書かれていません。"
    )
    years = [option["value"] for option in soup.select("select[name=year] option")]
    assert years == ["R8", "R7"]
