"""What changed since a page asked whether to delete is asked about again."""

import pytest

from indicators.models import Target
from initiatives.models import Voice
from tests.admin.forms import (
    admin_url,
    change_form,
    delete_form,
    delete_ticked_form,
    soup_of,
)
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_measure, a_target
from tests.initiatives.records import a_voice

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]

both_ways = pytest.mark.parametrize(
    "open_form",
    [
        pytest.param(delete_form, id="page of the record"),
        pytest.param(delete_ticked_form, id="ticked in the list"),
    ],
)


def is_there(target):
    return Target.objects.filter(pk=target.pk).exists()


@both_ways
def test_what_did_not_change_is_deleted(tanaka, open_form):
    target = a_target()

    answer = open_form(tanaka, target).send()

    assert (answer.saved, is_there(target)) == (True, False)


@both_ways
def test_a_record_that_changed_is_not_deleted_unasked(sato, tanaka, open_form):
    target = a_target()
    form = open_form(tanaka, target)
    change_form(sato, target).fill(name="佐藤の名称").send()

    page = conflict(form)

    assert (page.status, is_there(target)) == (409, True)
    assert "佐藤 花子さんが" in page.text
    assert page.differences == {"名称": ("佐藤の名称",)}


@both_ways
def test_who_was_asked_again_may_delete(sato, tanaka, open_form):
    target = a_target()
    form = open_form(tanaka, target)
    change_form(sato, target).fill(name="佐藤の名称").send()

    form.send_and_stay().send()

    assert not is_there(target)


@both_ways
def test_a_row_that_came_meanwhile_is_not_deleted_with_its_record(
    sato, tanaka, open_form
):
    measure = a_measure()
    form = open_form(tanaka, measure)
    change_form(sato, measure).add_row("voices", quotation="こえ", role="住民").send()

    page = conflict(form)

    voice = Voice.objects.get(measure=measure)
    assert page.status == 409
    assert f"{voice}」開いたあとに加わりました。" in page.text


@both_ways
def test_a_form_without_versions_deletes_nothing(tanaka, open_form):
    target = a_target()
    form = open_form(tanaka, target)
    del form.values["_versions"]

    page = conflict(form)

    assert (page.status, is_there(target)) == (409, True)
    assert "いつ開いたのかが分かりません" in page.text


def test_only_the_ticked_records_are_compared(sato, tanaka):
    one, other = a_target(), a_target()
    form = delete_ticked_form(tanaka, one)
    change_form(sato, other).fill(name="佐藤の名称").send()

    answer = form.send()

    assert (answer.saved, is_there(one), is_there(other)) == (True, False, True)


def test_the_page_still_names_what_would_go(tanaka):
    voice = a_voice()

    soup = soup_of(tanaka.get(admin_url(voice.measure, "delete")))

    assert str(voice) in soup.select_one("#deleted-objects").text


def test_a_record_that_is_gone_already_is_said_to_be(sato, tanaka):
    target = a_target()
    form = delete_form(tanaka, target)
    delete_form(sato, target).send()

    page = tanaka.post(form.address, form.values, follow=True).content.decode()

    assert "削除された可能性があります" in page
