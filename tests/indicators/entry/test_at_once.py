"""Fifty people save at the same moment: no update is lost, nobody meets an error."""

from datetime import timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import Observation
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.entry.entry_page import EntryPage
from tests.staff_records import a_department, a_person, a_round, an_item

PEOPLE = 50
FIGURES = 6
YEAR = 2025


@pytest.fixture
def office(at_once):
    """A round with six figures, and fifty people of the department that owes them."""
    (office,) = at_once(_office)
    return office


def _office():
    department = a_department(name="大きな課")
    today = timezone.localdate()
    round_ = a_round(
        department.publisher,
        fiscal_year=YEAR,
        opens_on=today,
        due_on=today + timedelta(days=9),
    )
    plan = a_plan(publisher=department.publisher)
    initiative = an_initiative(a_measure(a_policy(plan)))
    items = [
        an_item(round_, target=a_target(initiative), department=department)
        for _ in range(FIGURES)
    ]
    people = [a_person("担当課", department) for _ in range(PEOPLE)]
    return {"round": round_, "items": items, "people": people, "plan": plan}


@pytest.mark.long
def test_of_fifty_who_save_one_or_different_figures_one_each_is_first(at_once, office):
    """Half of them save the first figure, the others one of the rest."""
    items, people = office["items"], office["people"]
    (opened,) = at_once(lambda: _page(office, people[0]))

    def save(number, person):
        item = _choice(items, number)
        typed = {f"i{item.pk}-cell": str(1000 + number)}
        sent = {**opened.values, **typed, "do": "draft"}
        return _client(person).post(opened.address, sent).status_code

    statuses = at_once(*(partial(save, *each) for each in enumerate(people)))

    assert sorted(statuses) == [302] * len(items) + [409] * (PEOPLE - len(items))
    for item in items:
        row, history = _rows_of(at_once, item)
        first = int(row.value) - 1000
        assert _choice(items, first) == item
        assert statuses[first] == 302
        assert [(h.value, h.history_user) for h in history] == [
            (row.value, people[first])
        ]


def test_who_saves_again_and_again_is_in_the_history_each_time(at_once, office):
    item, people = office["items"][0], office["people"][:5]

    def save_often(person):
        return [_save_once(office, person, item, number) for number in range(3)]

    statuses = sum(at_once(*(partial(save_often, one) for one in people)), [])

    _, history = _rows_of(at_once, item)
    assert set(statuses) <= {302, 409}
    assert len(history) == statuses.count(302) > 0


def _choice(items, number):
    if number < PEOPLE // 2:
        return items[0]
    return items[1 + number % (len(items) - 1)]


def _client(person):
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def _page(office, person):
    return EntryPage(_client(person), office["round"])


def _save_once(office, person, item, number):
    page = _page(office, person)
    page.fill(item, cell=str(1000 + number), note=f"{person.pk}の{number}回目")
    sent = {**page.values, "do": "draft"}
    return page.client.post(page.address, sent).status_code


def _rows_of(at_once, item):
    def read():
        row = Observation.objects.get(target=item.target, fiscal_year=YEAR)
        return row, list(row.history.select_related("history_user"))

    (found,) = at_once(read)
    return found
