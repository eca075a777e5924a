import pytest

from tests.factories import a_measure, a_plan, a_policy, an_initiative
from tests.indicators.dashboards.pages import page_of
from tests.indicators.dashboards.records import a_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy():
    return a_policy(a_plan(slug="mihon"), code="1", title="支えあい")


def rows_of(soup):
    return [
        [text.text for text in row.select(".t, .st, .prose")]
        for row in soup.select(".reviews > li")
    ]


def unwritten(soup):
    return [link.text for link in soup.select(".unwritten a")]


@pytest.mark.parametrize(
    "slug", ["kashiwa-hashira-1", "kita-ku", "okegawa-shakyo-6", "kashiwa-saihan-boshi"]
)
def test_a_plan_without_numbers_says_that_no_review_was_written(client, slug):
    soup = page_of(client, slug=slug)

    assert soup.select_one(".verdict").text == (
        "令和7年度の担当課評価は、まだ書かれていません。"
    )
    assert unwritten(soup)
    assert not soup.select(".reviews > li")


def test_an_ended_plan_without_reviews_does_not_wait_for_them(client):
    soup = page_of(client, slug="kashiwa-shakyo-3")

    texts = [text.text for text in soup.select(".verdict")]
    assert texts == [
        "この計画の期間は平成30年度で終わりました。",
        "平成30年度の担当課評価は、このサイトに登録されていません。",
    ]
    assert "言葉による目標" in soup.select_one("#targets").text


def test_a_plan_of_prose_alone_says_so(client):
    soup = page_of(client, slug="kashiwa-juso")

    assert "この計画は文章で定められています。" in soup.select_one(".verdict").text


def test_reviews_are_counted_and_shown_with_their_words(client, policy):
    measure = a_measure(policy)
    a_review(
        an_initiative(measure, label="", title="見守り"),
        rating="A",
        comment="増えました。",
    )
    a_review(
        an_initiative(measure, label="", title="移動支援"),
        rating="C",
        comment="人手が不足。",
    )
    an_initiative(measure, label="", title="居場所")

    soup = page_of(client)

    assert soup.select_one(".verdict").text == (
        "令和7年度の担当課評価は、3件のうち2件が公表済みです。"
    )
    assert [tile.text for tile in soup.select(".counts li")] == [
        "1件A 計画を上回る",
        "0件B おおむね計画どおり",
        "1件C 見直しが必要",
        "0件D 未着手・中止",
        "1件未記入",
    ]
    assert rows_of(soup) == [
        ["見守り", "A 計画を上回る", "増えました。"],
        ["移動支援", "C 見直しが必要", "人手が不足。"],
    ]
    assert [line.text.strip() for line in soup.select(".key li span")] == [
        "A 計画を上回る：1件",
        "C 見直しが必要：1件",
        "未記入：1件",
    ]
    assert soup.select_one("summary").text == "まだ書かれていないもの（1件）"
    assert unwritten(soup) == ["居場所"]


def test_initiatives_stand_below_their_measure(client, policy):
    one = a_measure(policy, label="(1)", title="人をつなぐ")
    two = a_measure(policy, label="(2)", title="場をつくる")
    for measure in (one, two):
        a_review(an_initiative(measure, label="①", title="支援"))
        an_initiative(measure, label="②", title="連携")

    soup = page_of(client)

    assert [title.text for title in soup.select(".group h4")] == [
        "(1) 人をつなぐ",
        "(2) 場をつくる",
    ]
    assert [title.text for title in soup.select(".unwritten .place")] == [
        "基本方針1 (1) 人をつなぐ",
        "基本方針1 (2) 場をつくる",
    ]
    assert unwritten(soup) == ["② 連携", "② 連携"]


def test_the_lowest_level_there_is_was_reviewed(client, policy):
    with_below, bare = (
        a_measure(policy, title="下のある施策"),
        a_measure(policy, label="", title="下のない施策"),
    )
    initiative = an_initiative(with_below, label="")
    bare_policy = a_policy(policy.plan, label="方針2", title="施策のない方針")
    a_review(measure=with_below, rating="D")
    a_review(measure=bare, rating="B")
    a_review(policy=policy, rating="D")
    a_review(policy=bare_policy, rating="C")

    soup = page_of(client)

    assert unwritten(soup) == [initiative.title]
    assert [row[0] for row in rows_of(soup)] == [
        "下のない施策",
        "C 見直しが必要",
    ]
    assert soup.select(".group")[1].h3.a.text == "方針2施策のない方針"


def test_drafts_and_other_years_are_not_shown(client, policy):
    initiative = an_initiative(a_measure(policy))
    a_review(initiative, state="draft", comment="下書きのことば")
    a_review(initiative, fiscal_year=2024, rating="D", comment="去年のことば")

    newest, asked = page_of(client), page_of(client, "?year=R7")

    assert "下書きのことば" not in newest.text
    assert newest.select_one(".eyebrow").text == "令和6年度（2024年度）"
    assert "去年のことば" in newest.text
    assert "去年のことば" not in asked.text
    assert "令和7年度の担当課評価は、まだ書かれていません。" in asked.text


def test_one_policy_can_be_chosen(client, policy):
    an_initiative(a_measure(policy), label="", title="見守り")
    an_initiative(
        a_measure(a_policy(policy.plan, code="2")), label="", title="移動支援"
    )

    assert unwritten(page_of(client, "?policy=2")) == ["移動支援"]
