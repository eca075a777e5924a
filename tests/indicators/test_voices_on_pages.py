"""What departments and committee say stands on the page of what they speak of."""

from datetime import UTC, datetime

import pytest

from tests.factories import a_measure, a_policy, a_survey_indicator, an_initiative
from tests.indicators.published import soup_of, text_of
from tests.indicators.test_surveys import a_wave
from tests.queries import queries_of
from tests.value_records import a_review, an_opinion

pytestmark = pytest.mark.django_db

PUBLIC = {"state": "published"}


def said_on(client, record, heading="h-review"):
    soup = soup_of(client, record.get_absolute_url())
    section = soup.select_one(f"section[aria-labelledby={heading}]")
    for mark in section.select(".term"):
        mark.replace_with(mark.text)
    section.smooth()
    return section.get_text(" ", strip=True)


def corrected(record, reason, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.history_reason = reason
    record._history_date = datetime(2026, 10, 20, 3, tzinfo=UTC)
    record.save()


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("initiative", an_initiative),
        ("measure", a_measure),
        ("policy", a_policy),
    ],
    ids=["initiative", "measure", "policy"],
)
def test_a_review_stands_on_the_page_of_its_subject(client, kind, subject):
    record = subject()
    a_review(**{kind: record}, rating="A", comment="集いが増えました。", **PUBLIC)

    said = said_on(client, record)

    assert "A 計画を上回る 集いが増えました。 令和7年度の取組への評価" in said


def test_an_earlier_review_is_folded_away_below_the_newest(client):
    initiative = an_initiative()
    for year, comment in ((2024, "始めました。"), (2025, "続けています。")):
        a_review(initiative=initiative, fiscal_year=year, comment=comment, **PUBLIC)

    soup = soup_of(client, initiative.get_absolute_url())

    assert "続けています。" in soup.select_one("#h-review + .panel").get_text()
    earlier = soup.select_one("#h-review ~ details").get_text()
    assert "始めました。" in earlier
    assert "令和6年度" in earlier


def test_drafts_stay_unseen(client):
    initiative = an_initiative()
    a_review(initiative=initiative, comment="まだ案です。")
    an_opinion(policy=initiative.measure.policy, text="意見の案です。")

    for record in (initiative, initiative.measure.policy):
        assert "案です。" not in text_of(client, record.get_absolute_url())


def test_a_corrected_review_shows_old_and_new_the_day_and_why(client):
    review = a_review(rating="B", comment="計画どおりです。", **PUBLIC)
    corrected(review, "件数の誤りを直した", rating="C", comment="遅れています。")

    said = said_on(client, review.initiative)

    assert (
        "令和8年10月20日に直しました。"
        "評価：B おおむね計画どおり → C 見直しが必要。"
        "担当課のことば：「計画どおりです。」 → 「遅れています。」。"
        "理由：件数の誤りを直した"
    ) in said


def test_what_a_draft_said_is_no_correction(client):
    review = a_review(comment="案の言葉です。")
    review.state, review.comment = "published", "公開した言葉です。"
    review.save()

    page = text_of(client, review.initiative.get_absolute_url())

    assert "公開した言葉です。" in page
    assert "案の言葉です。" not in page


def test_a_policy_shows_the_opinion_with_its_corrections(client):
    opinion = an_opinion(text="把握を進めてほしい。", **PUBLIC)
    corrected(opinion, "議事録に合わせた", text="把握を急いでほしい。")

    said = said_on(client, opinion.policy, "h-opinion")

    assert said.startswith("委員会意見 把握を急いでほしい。 令和7年度")
    assert "「把握を進めてほしい。」 → 「把握を急いでほしい。」" in said
    assert "理由：議事録に合わせた" in said


def test_a_policy_shows_the_newest_survey_and_leads_to_its_dashboard(client):
    policy = a_policy(code="3")
    indicator = a_survey_indicator(policy)
    a_wave(policy.plan, 2023)
    a_wave(policy.plan, 2025, {indicator: {"percent": "34.5"}})

    soup = soup_of(client, policy.get_absolute_url())

    row = soup.select_one("#h-surveys ~ table tbody tr").get_text("", strip=True)
    assert "34.5%（令和7年度）4.3ポイント増（誤差 ±3.9ポイント）" in row
    assert "改善" in row
    link = soup.select_one("a[href*='/dashboard/?']")
    assert link["href"] == f"/plans/{policy.plan.slug}/dashboard/?policy=3"


@pytest.mark.parametrize("level", ["initiative", "policy"])
def test_the_page_costs_the_same_however_much_is_said(client, level):
    initiative = an_initiative()
    policy = initiative.measure.policy
    record = {"initiative": initiative, "policy": policy}[level]
    first = queries_of(client, record.get_absolute_url())
    for year in range(2015, 2026):
        review = a_review(initiative=initiative, fiscal_year=year, **PUBLIC)
        corrected(review, "直した", comment="直した言葉")
        corrected(
            an_opinion(policy=policy, fiscal_year=year, **PUBLIC), "直", text="直"
        )

    assert queries_of(client, record.get_absolute_url()) == first <= 6
