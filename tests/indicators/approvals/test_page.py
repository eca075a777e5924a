"""What an approver reads before approving."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from indicators.models import Evidence
from tests.factories import a_target
from tests.indicators.approvals.records import (
    a_submitted_review,
    an_initiative_of,
    submitted,
)
from tests.staff_records import a_person, a_round, an_item, logged_in
from tests.value_records import NOON, a_publication, an_observation

pytestmark = pytest.mark.django_db

ADDRESS = "/staff/approvals/"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def page_of(client, query=""):
    return BeautifulSoup(client.get(ADDRESS + query).content, "html.parser")


def texts(page, selector):
    return [" ".join(tag.get_text(" ").split()) for tag in page.select(selector)]


def test_a_figure_stands_beside_last_year_the_path_and_its_judgement(planning):
    target = a_target(an_initiative_of())
    last = an_observation(target=target, fiscal_year=2024, value=931, state="published")
    a_publication(last, value=931)
    person = a_person("担当課", last_name="見本", first_name="花子")
    submitted(
        target=target,
        value=940,
        raw="９４０",
        reason="退任が多かった。",
        submitted_by=person,
        submitted_at=NOON,
    )

    (row,) = page_of(planning).select(".work")

    assert texts(row, ".fig") == [
        "令和7年度の実績 940人／年",
        "前の年度 931人／年",
        "目安 960人／年",
        "公開中の値 なし",
    ]
    assert "やや遅れ" in row.select_one(".st").get_text()
    assert "令和7年度の目安960人に対し実績940人（20人下回る）" in row.get_text()
    assert texts(row, ".meta dd") == ["９４０", "退任が多かった。"]
    assert "提出：令和8年11月21日 見本 花子" in row.get_text()


def test_what_is_doubtful_is_said_again_to_the_approver(planning):
    target = a_target(an_initiative_of())
    last = an_observation(target=target, fiscal_year=2024, value=931)
    a_publication(last, value=931)
    submitted(target=target, value=9400)

    assert "前年度（931人）の約10.1倍です。" in page_of(planning).get_text()


@pytest.mark.parametrize(
    ("public", "reason", "is_said"),
    [
        ({"value": 931}, "", True),
        ({"value": 931}, "数え直した", False),
        ({"value": 931, "provisional": True}, "", False),
        ({"value": None, "value_state": "collecting"}, "", False),
    ],
    ids=["no reason", "with a reason", "was provisional", "was announced"],
)
def test_a_correction_that_could_not_be_published_is_said_before(
    planning, public, reason, is_said
):
    answer = submitted(correction_reason=reason)
    a_publication(answer, **public)

    text = page_of(planning).get_text()

    assert ("このままでは公開できないため" in text) is is_said


def test_evidence_is_at_hand(planning):
    answer = submitted()
    item = an_item(a_round(answer.plan.publisher), target=answer.target)
    Evidence.objects.create(
        item=item, link="https://example.jp/toukei", name="統計", added_by=a_person()
    )

    link = page_of(planning).select_one(".evidence a")

    assert link["href"] == "https://example.jp/toukei"


def test_evidence_of_another_year_is_left_out(planning):
    answer = submitted()
    round_ = a_round(answer.plan.publisher, fiscal_year=2024)
    item = an_item(round_, target=answer.target)
    Evidence.objects.create(item=item, link="https://example.jp", added_by=a_person())

    assert page_of(planning).select(".evidence") == []


def test_reviews_are_read_with_letter_and_words(planning):
    a_submitted_review(rating="C", comment="人手が足りません。")

    (row,) = page_of(planning, "?kind=review&state=submitted").select(".work")

    assert "C 見直しが必要" in row.get_text()
    assert "人手が足りません。" in row.get_text()
