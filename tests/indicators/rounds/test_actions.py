"""A round is opened, kept up to date, closed, and its items are given away."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from indicators.models import CollectionRound, Evidence, RoundItem
from indicators.rounds import actions
from plans.versions import version_of
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.staff_records import a_department, a_person, a_publisher, an_item
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return a_publisher()


@pytest.fixture
def initiative(publisher):
    return an_initiative(a_measure(a_policy(a_plan(publisher=publisher))))


def opened(publisher, **values):
    round_ = CollectionRound(
        publisher=publisher,
        fiscal_year=2025,
        opens_on=date(2026, 4, 10),
        due_on=date(2026, 5, 31),
        **values,
    )
    actions.open_round(round_, by=a_person("計画担当"))
    return round_


def test_opening_makes_the_items_and_their_history(publisher, initiative):
    target = a_target(initiative)

    round_ = opened(publisher)

    (item,) = round_.items.all()
    assert item.target == target
    assert item.history.get().history_user.groups.get().name == "計画担当"


def test_a_round_that_cannot_be_saved_leaves_nothing(publisher, initiative):
    a_target(initiative)
    opened(publisher)

    with pytest.raises(ValidationError, match="この年度の照会は、すでにあります"):
        opened(publisher)

    assert RoundItem.objects.filter(round__publisher=publisher).count() == 1


def test_up_to_date_asks_for_new_targets_and_drops_what_nobody_answered(
    publisher, initiative
):
    gone, answered = a_target(initiative), a_target(initiative)
    round_ = opened(publisher)
    an_observation(target=answered)
    for target in (gone, answered):
        target.goal_state, target.goal_value = "statement", None
        target.goal_text = "広げる"
        target.save()
    new = a_target(initiative)

    changes = actions.bring_up_to_date(round_, by=None)

    assert {item.target for item in round_.items.all()} == {answered, new}
    assert [item.target for item in changes.kept] == [answered]


def test_an_item_with_evidence_is_not_dropped(publisher, initiative):
    target = a_target(initiative)
    round_ = opened(publisher)
    Evidence.objects.create(
        item=round_.items.get(), link="https://example.jp", added_by=a_person()
    )
    target.goal_state, target.goal_value, target.goal_text = "statement", None, "増やす"
    target.save()

    changes = actions.bring_up_to_date(round_, by=None)

    assert [item.target for item in changes.kept] == [target]


def test_up_to_date_gives_an_item_to_the_department_that_is_known_by_now(
    publisher, initiative
):
    target = a_target(initiative)
    round_ = opened(publisher)
    target.department = a_department(publisher)
    target.save()

    actions.bring_up_to_date(round_, by=None)

    assert round_.items.get().department == target.department


def test_up_to_date_twice_changes_nothing(publisher, initiative):
    a_target(initiative)
    round_ = opened(publisher)

    assert not actions.bring_up_to_date(round_, by=None)


def test_a_round_is_closed_once_and_opened_again(publisher):
    round_ = opened(publisher)

    actions.close(round_)

    with pytest.raises(ValidationError, match="すでに終えています"):
        actions.close(round_)
    actions.reopen(round_)
    assert CollectionRound.objects.get(pk=round_.pk).closed_at is None


def test_an_item_that_moves_to_another_department_leaves_its_person(
    publisher, initiative
):
    old, new = a_department(publisher), a_department(publisher)
    person = a_person("担当課", old)
    item = an_item(opened(publisher), target=a_target(initiative), department=old)
    actions.assign(item, version=version_of(item), person=person)
    item.refresh_from_db()

    actions.assign(item, version=version_of(item), department=new)

    item.refresh_from_db()
    assert (item.department, item.person) == (new, None)


def test_an_item_that_somebody_else_gave_away_is_refused(publisher, initiative):
    first, second = a_department(publisher), a_department(publisher)
    item = an_item(opened(publisher), target=a_target(initiative))
    seen = version_of(item)
    actions.assign(item, version=seen, department=first)

    with pytest.raises(ValidationError, match="ほかの人が先に変えました"):
        actions.assign(item, version=seen, department=second)

    item.refresh_from_db()
    assert item.department == first
