"""Rows below a record: each is compared by itself, and only if it was typed in."""

import pytest

from indicators.models import Observation
from tests.admin.forms import change_form
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_target
from tests.value_records import a_milestone, an_observation

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


@pytest.fixture
def target():
    target = a_target()
    an_observation(target=target, fiscal_year=2024, value=931)
    an_observation(target=target, fiscal_year=2025, value=940)
    return target


def type_value(form, number, value, **others):
    return form.fill_row("observations", number, value=value, **others)


# Who changed the row is told beside what was changed.
BY_SATO = {"入力した人": ("佐藤 花子", "（この画面では変えられません）")}


def values_of(target):
    rows = target.observations.order_by("fiscal_year")
    return {row.fiscal_year: row.value for row in rows}


def test_the_second_sees_both_values_of_the_row(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    type_value(first, 1, "958").send()

    page = conflict(type_value(second, 1, "960"))

    assert page.status == 409
    assert f"実績値「{target} 令和7年度」" in page.text
    assert page.differences == {"実績値": ("958", "960"), **BY_SATO}
    assert values_of(target) == {2024: 931, 2025: 958}


def test_saving_the_row_again_overwrites_it(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    type_value(first, 1, "958").send()

    again = type_value(second, 1, "960").send_and_stay()
    answer = again.send()

    assert again.values["observations-1-value"] == "960"
    assert (answer.saved, values_of(target)) == (True, {2024: 931, 2025: 960})


def test_two_rows_that_two_people_type_in_are_both_saved(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    type_value(first, 0, "932").send()

    answer = type_value(second, 1, "958").send()

    assert (answer.saved, values_of(target)) == (True, {2024: 932, 2025: 958})


def test_a_row_and_the_record_do_not_stand_in_each_others_way(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(name="佐藤の名称").send()

    answer = type_value(second, 1, "958").send()

    target.refresh_from_db()
    assert (answer.saved, target.name) == (True, "佐藤の名称")
    assert values_of(target)[2025] == 958


def test_an_approval_meanwhile_is_a_change_of_the_row(sato, tanaka, target):
    second = type_value(change_form(tanaka, target), 1, "958")
    target.observations.filter(fiscal_year=2025).update(state="approved")

    page = conflict(second)

    assert page.status == 409
    assert page.differences["状態"] == ("承認済み", "（この画面では変えられません）")
    assert page.differences["実績値"] == ("940", "958")


def test_other_fields_of_a_row_stay_as_somebody_else_stored_them(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill_row("observations", 1, note="速報です", provisional="on").send()

    again = type_value(second, 1, "958").send_and_stay()
    again.send()

    row = target.observations.get(fiscal_year=2025)
    assert (row.value, row.note, row.provisional) == (958, "速報です", True)


def test_a_row_that_somebody_deleted_is_kept_as_a_new_one(sato, tanaka, target):
    second = type_value(change_form(tanaka, target), 1, "958", note="確かめた")
    change_form(sato, target).fill_row("observations", 1, DELETE="on").send()

    page = conflict(second)
    again = second.send_and_stay()

    assert page.status == 409
    assert "ほかの人が削除したか" in page.text
    assert page.differences["実績値"] == ("（ありません）", "958")
    assert values_of(target) == {2024: 931}
    assert again.send().saved
    assert values_of(target) == {2024: 931, 2025: 958}
    assert target.observations.get(fiscal_year=2025).note == "確かめた"


def test_a_deleted_row_in_which_nothing_was_typed_stays_deleted(sato, tanaka, target):
    second = change_form(tanaka, target).fill(name="田中の名称")
    change_form(sato, target).fill_row("observations", 0, DELETE="on").send()

    answer = second.send()

    assert (answer.saved, values_of(target)) == (True, {2025: 940})


def test_a_row_that_changed_is_not_deleted_unasked(sato, tanaka, target):
    second = change_form(tanaka, target).fill_row("observations", 1, DELETE="on")
    type_value(change_form(sato, target), 1, "958").send()

    page = conflict(second)
    kept = values_of(target)
    answer = second.send_and_stay().send()

    assert (page.status, kept[2025]) == (409, 958)
    assert "変わった内容ごと削除します" in page.text
    assert (answer.saved, values_of(target)) == (True, {2024: 931})


def test_several_kinds_of_rows_are_told_together(sato, tanaka, target):
    a_milestone(target=target)
    first, second = change_form(sato, target), change_form(tanaka, target)
    type_value(first, 1, "958").fill_row("milestones", 0, value="1010").send()

    type_value(second, 1, "960").fill_row("milestones", 0, value="1020")
    page = conflict(second.fill(name="田中の名称"))

    assert page.status == 409
    assert page.differences == {
        "実績値": ("958", "960"),
        "中間の目標値": ("1010", "1020"),
        **BY_SATO,
    }
    assert values_of(target)[2025] == 958


def test_a_value_typed_on_its_own_page_is_seen_on_that_of_the_target(
    sato, tanaka, target
):
    second = type_value(change_form(tanaka, target), 1, "960")
    row = Observation.objects.get(target=target, fiscal_year=2025)
    change_form(sato, row).fill(value="958").send()

    page = conflict(second)

    assert page.differences == {"実績値": ("958", "960"), **BY_SATO}
    assert "佐藤 花子さんが" in page.text
