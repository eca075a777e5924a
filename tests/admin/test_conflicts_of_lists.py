"""An action of a list acts on what the list showed."""

import pytest
from django.contrib import admin

from indicators.models import Observation
from tests.admin.forms import act, change_form, list_form
from tests.admin.two_people import sato, tanaka
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


def states(*observations):
    rows = Observation.objects.in_bulk([row.pk for row in observations])
    return [rows[row.pk].state for row in observations]


def test_a_value_that_changed_since_the_list_was_opened_is_not_approved(sato, tanaka):
    one, other = an_observation(), an_observation(value=941)
    form = list_form(tanaka, one, other).fill(action="approve_selected")
    change_form(sato, one).fill(value="958").send()

    page = tanaka.post(form.address, form.values, follow=True).content.decode()

    assert states(one, other) == ["draft", "draft"]
    assert f"実績値「{one}」は、一覧を開いたあとに変わりました。" in page
    assert str(other) + "」は、一覧" not in page


def test_the_list_that_says_so_shows_what_is_stored_now(sato, tanaka):
    observation = an_observation()
    form = list_form(tanaka, observation).fill(action="submit_selected")
    change_form(sato, observation).fill(value="958").send()
    form.send()

    act(tanaka, "submit_selected", observation)

    assert states(observation) == ["submitted"]


def test_a_list_without_versions_acts_on_nothing(tanaka):
    observation = an_observation()
    form = list_form(tanaka, observation).fill(action="approve_selected")
    del form.values["_versions"]

    form.send()

    assert states(observation) == ["draft"]


def test_who_chooses_all_pages_acts_on_more_than_was_shown(tanaka):
    submitted = {"state": "submitted"}
    shown, not_shown = an_observation(**submitted), an_observation(**submitted)
    form = list_form(tanaka, shown).fill(action="approve_selected", select_across=1)
    form.address = form.address.replace(f"{shown.pk}", f"{shown.pk},{not_shown.pk}")

    form.send()

    assert states(shown, not_shown) == ["approved", "approved"]


def test_who_chooses_all_pages_is_still_told_of_what_changed(sato, tanaka):
    observation = an_observation()
    form = list_form(tanaka, observation)
    form.fill(action="approve_selected", select_across=1)
    change_form(sato, observation).fill(value="958").send()

    form.send()

    assert states(observation) == ["draft"]


def test_no_list_is_a_form_to_type_in():
    typed_in = [name for name, its in admin.site._registry.items() if its.list_editable]

    assert typed_in == []
