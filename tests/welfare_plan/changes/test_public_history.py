"""更新履歴: what residents are told, and what never."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.history_reasons import HISTORY_BEGAN, reason_of_loading, withheld
from tests import factories, staff_records, value_records
from tests.admin.forms import change_form, delete_form, soup_of
from tests.indicators.published import publish_value
from tests.plans.records import a_section, a_window
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

LONG = "地域で支え合う活動を、身近な場所で広げていきます。"


@pytest.fixture
def plan(monkeypatch):
    """A plan that has been public for a month, with one section."""
    month_ago = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: month_ago)
        plan = factories.a_plan()
        a_section(plan, code="aim", heading="目的", body=LONG * 2)
    return plan


@pytest.fixture
def section(plan):
    return plan.section_set.get()


def page_of(client, plan, **values):
    return soup_of(client.get(reverse("plan-history", args=[plan.slug]), values))


def text_of(client, plan):
    return page_of(client, plan).main.get_text(" ", strip=True)


def change(record, reason="", **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.history_reason = reason
    record.save()


def test_a_changed_text_is_told_with_old_new_and_reason(client, plan, section):
    change(section, "誤字のため", body=section.body.replace("支え合", "助け合", 1))

    entry = page_of(client, plan).select_one(".news li")

    assert entry.a.text == "本文の節「目的」を直しました。"
    assert entry.a["href"] == f"{plan.get_absolute_url()}#section-aim"
    assert (entry.select_one("del").text, entry.select_one("ins").text) == (
        "支え",
        "助け",
    )
    assert "理由：誤字のため" in entry.text


def test_a_window_that_has_opened_is_told_in_words(client, plan, monkeypatch):
    month_ago = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: month_ago)
        window = a_window(plan, name="若者の窓口", kind="planned")

    change(window, kind="window", for_whom="若者")

    entry = page_of(client, plan).select_one(".news li").get_text(" ", strip=True)
    assert "相談窓口「若者の窓口」を直しました。" in entry
    assert "これからできるところ" in entry
    assert "相談できるところ" in entry
    assert "だれの、何の相談か" in entry


def test_values_are_told_when_new_completed_and_corrected(client, plan):
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )
    publish_value(target, 2023, None, value_state="collecting")
    publish_value(target, 2023, "930", value_state="")
    publish_value(target, 2024, "940")
    publish_value(target, 2024, "950", correction_reason="数え直した")

    text = text_of(client, plan)

    subject = f"取組目標「{target.name}」の"
    assert f"{subject}令和5年度の実績を公表しました：集計中 → 930人／年" in text
    assert f"{subject}令和6年度の実績を公表しました：940人／年" in text
    assert f"{subject}令和6年度の実績を訂正しました：940人／年 → 950人／年" in text
    assert "理由：数え直した" in text


def test_a_withheld_number_is_told_nowhere(client, plan):
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )
    publish_value(target, 2024, "94137")
    publish_value(
        target, 2024, None, value_state="suppressed", correction_reason="少数のため"
    )

    for address in (reverse("plan-history", args=[plan.slug]), "/feed.atom"):
        page = client.get(address).content.decode()
        assert "94137" not in page
        assert "94,137" not in page
    assert "秘匿" in text_of(client, plan)


def test_goals_terms_reviews_opinions_and_surveys_are_told(client, plan):
    policy = factories.a_policy(plan)
    initiative = factories.an_initiative(factories.a_measure(policy), title="見守り")
    target = factories.a_target(initiative, name="拠点の数")
    value_records.a_revision(target=target, goal_unit="人／年", goal_fiscal_year=2030)
    change(target, "書き写しの誤り", baseline_value="905")
    value_records.a_review(initiative=initiative, fiscal_year=2024, state="published")
    value_records.an_opinion(policy=policy, fiscal_year=2024, state="published")
    wave = value_records.a_wave(plan=plan, state="published")
    result = value_records.a_result(
        wave=wave, indicator=factories.a_survey_indicator(policy, question="安心か")
    )
    change(result, "集計の誤り", percent="33.3")

    text = text_of(client, plan)

    assert "取組目標「拠点の数」の目標を、令和9年度の分から見直しました。" in text
    assert "1,100人／年（令和12年度）" in text
    assert "1,000人／年（令和12年度）" in text
    assert "理由：書き写しの誤り" in text
    assert "「見守り」の令和6年度の担当課評価を公表しました。" in text
    assert f"「{policy.title}」の令和6年度の委員会の意見を公表しました。" in text
    assert "令和8年度の市民アンケートの結果を公表しました。" in text
    assert "令和8年度の市民アンケートの結果「安心か」を直しました。" in text


def test_an_opinion_is_told_as_soon_as_its_year_is_over(client, plan, monkeypatch):
    policy = factories.a_policy(plan)
    value_records.an_opinion(policy=policy, fiscal_year=2026, state="published")
    told = f"「{policy.title}」の令和8年度の委員会の意見を公表しました。"
    own = timezone.localdate

    def on(day):
        monkeypatch.setattr(
            timezone, "localdate", lambda value=None: own(value) if value else day
        )
        return told in text_of(client, plan)

    assert [on(date(2027, 3, 31)), on(date(2027, 4, 1))] == [False, True]


def test_new_and_ended_plans_are_told(client, plan):
    change(plan, state="archived")

    text = soup_of(client.get(reverse("history"))).main.get_text()

    assert f"「{plan.title}」を公開しました。" in text
    assert f"「{plan.title}」を、終了した計画として公開しました。" in text


def test_words_of_the_time_as_a_draft_are_not_told(client):
    plan = factories.a_plan(state="draft")
    section = a_section(plan, heading="下書きの見出し")
    change(section, heading="下書きの別の見出し")
    change(plan, state="published")
    change(section, heading="公開した見出し")

    text = text_of(client, plan)

    assert "を公開しました。" in text
    assert "下書き" not in text


def test_people_drafts_and_remarks_are_not_told(client, plan):
    person = staff_records.a_person("計画担当", last_name="名前太郎", is_staff=True)
    policy = factories.a_policy(plan)
    assert (
        change_form(staff_records.client_of(person), policy).fill(title="題").send()
    ).saved
    target = factories.a_target(factories.an_initiative(factories.a_measure(policy)))
    value_records.an_observation(target=target, value="98765", remark="確かめて")
    value_records.an_opinion(policy=policy, text="まだの意見", fiscal_year=2024)

    text = text_of(client, plan)

    for word in ("名前太郎", "98,765", "確かめて", "まだの意見"):
        assert word not in text


def test_words_that_staff_mark_are_told_nowhere_again(client, plan, section):
    change(section, body=LONG + "佐藤さんのことば")
    change(section, withheld("名前があった"), body=LONG)
    change(section, body=LONG + "あとのことば")

    text = text_of(client, plan)
    feed = client.get(reverse("plan-feed", args=[plan.slug])).content.decode()

    assert "本文の節を直しました。前の言葉は公開していません。" in text
    assert "あとのことば" in text
    for words in (text, feed):
        assert "佐藤さん" not in words
        assert "名前があった" not in words


def test_the_form_of_the_admin_takes_the_mark_with_a_reason(client, plan, section):
    person = staff_records.a_person("計画担当", is_staff=True)
    form = change_form(staff_records.client_of(person), section)
    form.fill(body=LONG, withholds_words="on")

    assert form.send().errors == ["前の言葉を公開しないときは、理由を書いてください。"]
    assert form.fill(history_reason="名前があった").send().saved

    assert section.history.first().history_change_reason == withheld("名前があった")
    assert "前の言葉は公開していません。" in text_of(client, plan)


def test_what_was_deleted_is_told_without_its_words(client, plan, section):
    change(section, heading="消える見出し")
    person = staff_records.a_person("計画担当", is_staff=True)
    form = delete_form(staff_records.client_of(person), section)
    form.client.post(form.address, form.values)

    text = text_of(client, plan)

    assert "本文の節を削りました。" in text
    assert "消える見出し" not in text


def test_loading_a_plan_file_is_one_entry_and_the_start_of_a_history_none(client, plan):
    for number in range(3):
        policy = factories.a_policy(plan, title="旧")
        change(policy, reason_of_loading("a.yaml"), title=f"新{number}")
    row = plan.section_set.get()
    row.history.model.objects.create(
        id=row.pk,
        plan=plan,
        code="began",
        heading="始まり",
        kind="other",
        body="",
        position=0,
        history_date=timezone.now(),
        history_type="+",
        history_change_reason=HISTORY_BEGAN,
    )

    text = text_of(client, plan)

    assert text.count("計画ファイルにもとづいて、計画の内容を3か所直しました。") == 1
    assert "始まり" not in text
    assert "新0" not in text


def test_pages_hold_fifty_entries_day_by_day_at_one_cost(client, plan, section):
    address = reverse("plan-history", args=[plan.slug])
    change(section, heading="題")
    few = queries_of(client, address)
    for number in range(60):
        change(section, heading=f"題{number}")

    many = queries_of(client, address)

    first, second = page_of(client, plan), page_of(client, plan, page="2")
    assert len(first.select(".news li")) == 50
    assert len(second.select(".news li")) == 12
    assert [len(page.select("section h2")) for page in (first, second)] == [1, 2]
    assert many == few <= 6
    assert queries_of(client, reverse("history")) <= 6


def test_links_lead_to_the_page_from_the_plan_and_the_foot(client, plan):
    page = soup_of(client.get(plan.get_absolute_url()))

    links = [link["href"] for link in page.select("main a, footer a")]

    assert reverse("plan-history", args=[plan.slug]) in links
    assert reverse("history") in links
