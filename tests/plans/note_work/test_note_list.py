"""The list of source notes that wait for the publisher's word."""

import pytest
from django.urls import reverse

from plans.models import SourceNote
from tests.factories import a_measure, a_plan, a_policy
from tests.plans.records import a_note, a_section
from tests.queries import queries_of
from tests.sent_forms import Screen, soup_of
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db
LIST = reverse("note-work")


@pytest.fixture
def planner():
    return client_of(a_person("計画担当"))


@pytest.fixture
def no_other_notes():
    SourceNote.objects.all().delete()


def listed(client, **chosen):
    soup = soup_of(client.get(LIST, chosen))
    return [note.select("dd")[-2].text for note in soup.select("li.note")]


def test_a_note_shows_its_words_its_reason_and_its_record(planner, no_other_notes):
    measure = a_measure(code="2-2")
    a_note(
        measure.plan,
        about_kind="measure",
        about_code="2-2",
        printed="府内連携会議",
        shown="庁内連携会議",
        reason="庁内の誤記です。",
    )

    page = planner.get(LIST)

    text = Screen(page).text
    for words in ("府内連携会議", "庁内連携会議", "庁内の誤記です。", "確実"):
        assert words in text
    links = [link["href"] for link in soup_of(page).select("li.note a")]
    note = SourceNote.objects.get()
    assert measure.get_absolute_url() in links
    assert reverse("noted-record", args=[note.pk]) in links


def test_notes_stand_below_their_plan_and_their_certainty(planner, no_other_notes):
    plan = a_plan(title="柏の計画")
    a_note(plan, certainty="unclear", reason="二つめ")
    a_note(plan, certainty="certain", reason="一つめ")
    a_note(a_plan(title="北の計画"), reason="別の計画")

    soup = soup_of(planner.get(LIST))

    sections = {
        section.h2.text: [h3.text for h3 in section.select("h3")]
        for section in soup.select("main section")
    }
    assert sections == {
        "柏の計画": ["確からしさ：確実", "確からしさ：分からない"],
        "北の計画": ["確からしさ：確実"],
    }


def test_settled_notes_are_listed_only_when_asked_for(planner, no_other_notes):
    a_note(reason="まだ")
    a_note(reason="済んだ", settled=True)

    assert listed(planner) == ["まだ"]
    assert listed(planner, settled="yes") == ["済んだ"]


@pytest.mark.parametrize(
    "chosen",
    [
        pytest.param({"certainty": "unclear"}, id="certainty"),
        pytest.param({"category": "unit"}, id="category"),
        pytest.param({"plan": "chosen-plan"}, id="plan"),
    ],
)
def test_the_list_can_be_narrowed(planner, no_other_notes, chosen):
    a_note(reason="ほかの注記")
    a_note(
        a_plan(slug="chosen-plan"),
        certainty="unclear",
        category="unit",
        reason="選んだ注記",
    )

    assert listed(planner, **chosen) == ["選んだ注記"]


def test_a_filter_that_is_no_choice_is_left_aside(planner, no_other_notes):
    a_note(reason="注記")

    assert listed(planner, plan="nowhere", certainty="\0", page="x") == ["注記"]


def test_the_list_costs_the_same_for_any_number_of_notes(planner, no_other_notes):
    policy = a_policy()
    a_note(policy.plan, about_kind="policy", about_code=policy.code)
    few = queries_of(planner, LIST)
    for _ in range(12):
        section = a_section()
        a_note(section.plan, about_kind="section", about_code=section.code)

    assert queries_of(planner, LIST) <= min(few + 1, 10)


@pytest.mark.parametrize("role", ["担当課", "閲覧", "管理者"])
def test_other_roles_may_not_open_it(role):
    note = a_note()
    client = client_of(a_person(role))

    for name, args in (("note-work", []), ("note-settling", [note.pk])):
        assert client.get(reverse(name, args=args)).status_code == 403
    client.post(reverse("note-settling", args=[note.pk]), {"do": "accept"})
    note.refresh_from_db()
    assert note.settled is False
