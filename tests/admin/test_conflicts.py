"""Two people edit one record: the second is told and decides; nothing is lost."""

import pytest

from tests.admin.forms import change_form
from tests.admin.samples import EDITED, name_of
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_target

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


@pytest.mark.long
@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_the_second_sees_both_versions_and_what_is_typed_stays(sato, tanaka, model):
    make, field = EDITED[model]
    record = make()
    first, second = change_form(sato, record), change_form(tanaka, record)
    first.fill(**{field: "佐藤の言葉"}).send()

    second.fill(**{field: "田中の言葉"})
    page = conflict(second)
    again = second.send_and_stay()

    label = str(model._meta.get_field(field).verbose_name)
    assert page.status == 409
    assert page.differences == {label: ("佐藤の言葉", "田中の言葉")}
    assert again.values[field] == "田中の言葉"
    assert stored(record, field) == "佐藤の言葉"


def test_who_and_when_are_named(sato, tanaka):
    target = a_target()
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(name="佐藤の名称").send()

    page = conflict(second.fill(name="田中の名称"))

    assert "佐藤 花子さんが" in page.text
    assert "分に変えました。" in page.text


def test_a_change_that_was_not_made_in_the_admin_has_no_name(tanaka):
    target = a_target()
    form = change_form(tanaka, target)
    type(target).objects.filter(pk=target.pk).update(name="取り込んだ名称")

    page = conflict(form.fill(name="田中の名称"))

    assert "だれが変えたかは、この管理画面の記録からは分かりません" in page.text
    assert page.differences == {"名称": ("取り込んだ名称", "田中の名称")}


def test_a_second_window_of_the_same_person_is_called_so(tanaka):
    target = a_target()
    first, second = change_form(tanaka, target), change_form(tanaka, target)
    first.fill(name="一つめの画面").send()

    page = conflict(second.fill(name="二つめの画面"))

    assert "あなたが別の画面で" in page.text


def test_saving_again_is_a_decision_and_is_taken(sato, tanaka):
    target = a_target()
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(name="佐藤の名称").send()

    answer = second.fill(name="田中の名称").send_and_stay().send()

    assert answer.saved
    assert stored(target, "name") == "田中の名称"


def test_a_decision_holds_only_for_what_was_shown(sato, tanaka):
    target = a_target()
    second = change_form(tanaka, target).fill(name="田中の名称")
    change_form(sato, target).fill(name="佐藤の名称").send()
    again = second.send_and_stay()
    change_form(sato, target).fill(name="佐藤のもう一つの名称").send()

    page = conflict(again)

    assert page.status == 409
    assert page.differences == {"名称": ("佐藤のもう一つの名称", "田中の名称")}


def test_another_field_of_the_record_is_told_and_never_written_back(sato, tanaka):
    target = a_target(scope_note="市内")
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(scope_note="市外を含む", unit_confirmed="on").send()

    second.fill(name="田中の名称")
    page = conflict(second)
    answer = second.send_and_stay().send()

    assert page.status == 409
    assert page.differences["範囲の注記"] == (
        "市外を含む",
        "（変えていません。いまの内容を残します）",
    )
    assert answer.saved
    assert stored(target, "name") == "田中の名称"
    assert stored(target, "scope_note") == "市外を含む"
    assert stored(target, "unit_confirmed") is True


def test_who_typed_nothing_overwrites_nothing_and_is_told(sato, tanaka):
    target = a_target()
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(name="佐藤の名称").send()

    response = tanaka.post(second.address, second.values, follow=True)

    assert stored(target, "name") == "佐藤の名称"
    assert "ほかの人が保存した内容のまま残しました" in response.content.decode()


def test_the_same_form_sent_twice_is_no_conflict(tanaka):
    form = change_form(tanaka, a_target()).fill(name="二度押した")

    answers = [form.send(), form.send()]

    assert [answer.saved for answer in answers] == [True, True]


def test_two_who_type_the_same_are_told_of_each_other(sato, tanaka):
    target = a_target()
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(goal_value="1200").send()

    page = conflict(second.fill(goal_value="1200"))

    assert page.status == 409
    assert page.differences == {"目標値": ("1200", "1200")}


def test_what_is_wrong_is_kept_and_told_beside_the_conflict(sato, tanaka):
    target = a_target()
    first, second = change_form(sato, target), change_form(tanaka, target)
    first.fill(goal_value="1200").send()

    second.fill(goal_value="たくさん")
    page = conflict(second)

    assert page.differences["目標値"] == ("1200", "たくさん")
    assert second.send_and_stay().values["goal_value"] == "たくさん"


def test_the_version_survives_a_form_that_was_refused_for_a_mistake(sato, tanaka):
    target = a_target()
    second = change_form(tanaka, target).fill(goal_value="たくさん").send_and_stay()
    change_form(sato, target).fill(goal_value="1200").send()

    page = conflict(second.fill(goal_value="1300"))

    assert page.differences["目標値"] == ("1200", "1300")


def stored(record, field):
    return type(record).objects.values_list(field, flat=True).get(pk=record.pk)
