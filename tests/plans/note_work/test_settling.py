"""Accepting, dismissing and taking up a note again."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from plans.models import PageRevision
from tests.plans.records import a_note
from tests.sent_forms import SentForm
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return a_person("計画担当", last_name="佐藤", first_name="花子")


@pytest.fixture
def planner(person):
    return client_of(person)


def address(note):
    return reverse("note-settling", args=[note.pk])


def fresh(note):
    note.refresh_from_db()
    return note


def test_accepting_settles_the_note_and_keeps_its_words(planner, person):
    note = a_note(printed="印刷のまま", reason="理由です。")

    screen = SentForm(planner, address(note), "accept").send(follow=True)

    assert "注記を認めました" in screen.response.content.decode()
    assert fresh(note).settled is True
    assert (note.printed, note.reason) == ("印刷のまま", "理由です。")
    entry = LogEntry.objects.get(object_id=str(note.pk))
    assert (entry.user, entry.change_message) == (person, "注記のとおりと認めた")


def test_settling_renews_the_pages_of_the_plan(planner):
    note = a_note()

    SentForm(planner, address(note), "accept").send()

    scope = f"plan:{note.plan.slug}"
    assert PageRevision.objects.filter(scope=scope).exists()


def test_one_returns_to_the_list_as_it_was_narrowed(planner):
    note = a_note()

    form = SentForm(planner, f"{address(note)}?certainty=certain", "accept")
    response = form.send().response

    assert response["Location"] == f"{reverse('note-work')}?certainty=certain"


def test_dismissing_adds_the_reason_to_the_note(planner):
    note = a_note(reason="誤記と思われます。")

    form = SentForm(planner, address(note), "dismiss")
    form.fill(**{"dismiss-reason": "昔からの書き方です。"}).send()

    assert fresh(note).settled is True
    assert note.reason == (
        "誤記と思われます。（発行者の確認：問題ではありませんでした。昔からの書き方です。）"
    )


def test_dismissing_without_a_reason_is_refused_in_words(planner):
    note = a_note()

    screen = SentForm(planner, address(note), "dismiss").send()

    assert screen.mistakes == ["理由（公開されます）：理由を書いてください。"]
    assert fresh(note).settled is False


def test_a_settled_note_is_taken_up_again(planner):
    note = a_note(settled=True)

    SentForm(planner, address(note), "again").send()

    assert fresh(note).settled is False


@pytest.mark.parametrize("button", ["accept", "dismiss"])
def test_a_note_that_changed_meanwhile_is_shown_and_not_settled(planner, button):
    note = a_note(reason="前の理由")
    form = SentForm(planner, address(note), button)
    form.fill(**{"dismiss-reason": "問題なし"})
    note.reason = "新しい理由"
    note.save()

    screen = form.send()

    assert (screen.status, fresh(note).settled) == (409, False)
    assert screen.conflict == {"理由": ("新しい理由",)}
    if button == "dismiss":
        again = form.send_and_stay()
        assert again.values["dismiss-reason"] == "問題なし"
        assert again.send().status == 302


def test_who_was_quicker_is_named(planner, person):
    note = a_note()
    other = client_of(a_person("計画担当"))
    late = SentForm(other, address(note), "accept")

    SentForm(planner, address(note), "accept").send()

    assert "佐藤 花子さんが" in late.send().text


@pytest.mark.parametrize("opened", ["", "rubbish", "{}", '{"at": 1, "versions": []}'])
def test_a_form_without_its_version_settles_nothing(planner, opened):
    note = a_note()

    response = planner.post(address(note), {"do": "accept", "opened": opened})

    assert (response.status_code, fresh(note).settled) == (409, False)


@pytest.mark.parametrize("button", ["", "values", "delete"])
def test_an_unknown_button_does_nothing(planner, button):
    note = a_note()
    form = SentForm(planner, address(note), "accept")
    form.button = button

    assert (form.send().status, fresh(note).settled) == (200, False)
