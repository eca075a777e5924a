"""Entering what the committee said of each policy in a year."""

import pytest
from django.urls import reverse

from initiatives.models import CommitteeOpinion
from tests.factories import a_plan, a_policy
from tests.queries import queries_of
from tests.sent_forms import Screen, SentForm, soup_of
from tests.staff_records import a_person, client_of
from tests.value_records import an_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def planner():
    person = a_person("計画担当", last_name="佐藤", first_name="花子")
    return client_of(person)


@pytest.fixture
def policy():
    return a_policy(a_plan(), code="1", title="支え合い")


def address(policy, year=2025):
    return reverse("opinions-of-year", args=[policy.plan.slug, year])


def year_form(client, policy, button="save"):
    return SentForm(client, address(policy), button)


def box(policy, name="text"):
    return f"p{policy.pk}-{name}"


def written(plan):
    rows = CommitteeOpinion.objects.filter(plan=plan)
    return set(rows.values_list("policy__code", "text", "state"))


def test_one_box_a_policy_is_stored_as_a_draft(planner, policy):
    a_policy(policy.plan, code="2")
    form = year_form(planner, policy).fill(**{box(policy): "よい取組です。\n続けて。"})

    screen = form.send(follow=True)

    assert written(policy.plan) == {("1", "よい取組です。\n続けて。", "draft")}
    assert "1件を保存しました。" in screen.response.content.decode()


def test_all_that_was_written_is_published_at_once(planner, policy):
    other = a_policy(policy.plan, code="2")
    an_opinion(policy=other, text="前に書いた下書き")

    form = year_form(planner, policy, "publish").fill(**{box(policy): "よい取組です。"})
    form.send()

    assert {state for _, _, state in written(policy.plan)} == {"published"}
    page = planner.get(policy.get_absolute_url()).content.decode()
    assert "よい取組です。" in page


def test_a_public_opinion_is_corrected_with_a_reason(planner, policy):
    opinion = an_opinion(policy=policy, text="前の言葉", state="published")
    form = year_form(planner, policy).fill(**{box(policy): "新しい言葉"})

    refused = form.send()
    form.fill(**{box(policy, "history_reason"): "書き写しの誤り"}).send()

    assert "直す理由を書いてください" in refused.mistakes[0]
    assert written(policy.plan) == {("1", "新しい言葉", "published")}
    assert opinion.history.first().history_change_reason == "書き写しの誤り"


@pytest.mark.parametrize(
    ("state", "said"),
    [("draft", "登録済みの意見は消えません"), ("published", "削除できません")],
)
def test_an_emptied_box_deletes_nothing(planner, policy, state, said):
    an_opinion(policy=policy, text="意見", state=state)
    form = year_form(planner, policy).fill(**{box(policy): ""})
    if state == "published":
        form.fill(**{box(policy, "history_reason"): "消したい"})

    assert said in form.send().mistakes[0]
    assert written(policy.plan) == {("1", "意見", state)}


def test_a_draft_is_deleted_by_its_own_mark(planner, policy):
    an_opinion(policy=policy, text="意見")

    year_form(planner, policy).fill(**{box(policy, "forget"): "on"}).send()

    assert written(policy.plan) == set()


def test_two_who_write_of_one_policy_see_both_opinions(planner, policy):
    tanaka = client_of(a_person("計画担当"))
    first, second = (year_form(one, policy) for one in (planner, tanaka))
    first.fill(**{box(policy): "佐藤の言葉"}).send()
    second.fill(**{box(policy): "田中の言葉"})

    screen, again = second.send(), second.send_and_stay()

    assert screen.status == 409
    assert screen.conflict == {"意見": ("佐藤の言葉", "田中の言葉")}
    assert "佐藤 花子さんが" in screen.text
    assert again.values[box(policy)] == "田中の言葉"
    assert again.send().status == 302
    assert written(policy.plan) == {("1", "田中の言葉", "draft")}


def test_two_who_write_of_two_policies_do_not_disturb_each_other(planner, policy):
    other = a_policy(policy.plan, code="2")
    forms = [year_form(planner, policy), year_form(planner, policy)]
    forms[0].fill(**{box(policy): "一つめ"}).send()

    screen = forms[1].fill(**{box(other): "二つめ"}).send()

    assert screen.status == 302
    assert written(policy.plan) == {("1", "一つめ", "draft"), ("2", "二つめ", "draft")}


def test_what_others_wrote_meanwhile_is_not_published_unseen(planner, policy):
    other = a_policy(policy.plan, code="2")
    form = year_form(planner, policy, "publish").fill(**{box(policy): "見た意見"})
    an_opinion(policy=other, text="見ていない意見")

    answer = form.send(follow=True)

    assert written(policy.plan) == {
        ("1", "見た意見", "published"),
        ("2", "見ていない意見", "draft"),
    }
    page = answer.response.content.decode()
    assert "ほかの人が保存した内容のまま残しました" in page


def test_the_list_says_how_many_policies_have_an_opinion(planner, policy):
    a_policy(policy.plan, code="2")
    an_opinion(policy=policy, fiscal_year=2025)

    text = Screen(planner.get(reverse("opinion-entry"))).text

    assert "令和7年度（2025年度）（2件中1件）" in text


@pytest.mark.parametrize("year", [1900, 2150])
def test_a_year_that_has_not_begun_has_no_screen(planner, policy, year):
    assert planner.get(address(policy, year)).status_code == 404


@pytest.mark.parametrize("page", ["list", "year"])
def test_pages_cost_the_same_for_any_number_of_policies(planner, policy, page):
    url = reverse("opinion-entry") if page == "list" else address(policy)
    few = queries_of(planner, url)

    for number in range(5):
        an_opinion(policy=a_policy(policy.plan, code=f"1{number}"))

    assert queries_of(planner, url) == few <= 10


@pytest.mark.parametrize("role", ["担当課", "閲覧", "管理者"])
def test_other_roles_neither_see_nor_store_opinions(role, policy):
    client = client_of(a_person(role))

    sent = client.post(address(policy), {box(policy): "意見"})

    assert (client.get(address(policy)).status_code, sent.status_code) == (403, 403)
    assert written(policy.plan) == set()


def test_the_enter_key_publishes_nothing(planner, policy):
    page = soup_of(planner.get(address(policy)))

    # Browsers press the first button of a form when Enter is hit in one of its boxes.
    assert page.select_one("main form button")["value"] == "save"
