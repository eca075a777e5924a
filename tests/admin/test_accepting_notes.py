"""Notes that are accepted from the list are accepted as on their work list."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admin.forms import act, list_form
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db


def test_each_accepted_note_is_written_down(staff_client):
    notes = [a_note(), a_note()]

    act(staff_client, "accept_selected", *notes)

    written = LogEntry.objects.filter(change_message="注記のとおりと認めた")
    assert {entry.object_id for entry in written} == {str(note.pk) for note in notes}
    assert {entry.user.username for entry in written} == {"keikaku"}


def test_a_note_that_changed_since_the_list_was_opened_is_left(staff_client):
    note = a_note()
    form = list_form(staff_client, note).fill(action="accept_selected")
    note.reason = "ほかの人が書き足しました。"
    note.save()

    answer = staff_client.post(form.address, form.values, follow=True)

    note.refresh_from_db()
    assert note.settled is False
    assert "一覧を開いたあとに変わりました" in answer.content.decode()


def test_a_note_that_is_settled_already_is_not_written_down_again(staff_client):
    done, todo = a_note(settled=True), a_note()

    answer = act(staff_client, "accept_selected", done, todo)

    assert "1件の注記を認め" in answer.content.decode()
    assert LogEntry.objects.filter(object_id=str(done.pk)).count() == 0
