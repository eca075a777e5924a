"""Many people press the button at the same moment: none is lost without a word."""

from functools import partial
from threading import Barrier

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from indicators.models import Observation, Target
from tests.admin.forms import add_form, change_form, delete_form
from tests.factories import a_target

PEOPLE = 20
ADDED_YEAR = 2026


@pytest.fixture
def target(at_once):
    """A target that everybody sees."""
    (target,) = at_once(lambda: a_target(goal_value=1000, baseline_value=0))
    return target


@pytest.fixture
def people(at_once):
    """Clients of members of staff, all logged in."""
    (people,) = at_once(lambda: [_log_in(f"person-{n}") for n in range(PEOPLE)])
    return people


def _log_in(name):
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser(name))
    return client


def all_send(at_once, open_forms):
    """Everybody opens a form; when all have, everybody sends. The answers' statuses."""
    all_opened = Barrier(len(open_forms))

    def one(open_form):
        form = open_form()
        all_opened.wait(timeout=60)
        return form.send().response.status_code

    return at_once(*(partial(one, open_form) for open_form in open_forms))


@pytest.mark.long
def test_of_twenty_who_change_one_field_one_is_first(at_once, target, people):
    def named(number, client):
        return change_form(client, target).fill(name=f"{number}番の人の名称")

    statuses = all_send(at_once, [partial(named, *one) for one in enumerate(people)])
    (name,) = at_once(lambda: Target.objects.get(pk=target.pk).name)

    assert sorted(statuses) == [302] + [409] * (PEOPLE - 1)
    assert name == f"{statuses.index(302)}番の人の名称"


def test_who_counts_up_in_a_form_never_loses_a_count(at_once, target, people):
    def count_up(client):
        return [_one_more(client, target) for _ in range(3)]

    statuses = sum(at_once(*(partial(count_up, one) for one in people[:5])), [])
    (counted,) = at_once(lambda: Target.objects.get(pk=target.pk).goal_value)

    assert set(statuses) <= {302, 409}
    assert counted - 1000 == statuses.count(302) > 0


def _one_more(client, target):
    form = change_form(client, target)
    form.fill(goal_value=int(form.values["goal_value"]) + 1)
    return form.send().response.status_code


def test_of_all_who_add_one_year_one_is_first(at_once, target, people):
    def on_its_own_page(client, value):
        form = add_form(client, Observation)
        return form.fill(target=target.pk, fiscal_year=ADDED_YEAR, value=value)

    def below_the_target(client, value):
        form = change_form(client, target)
        row = {"fiscal_year": ADDED_YEAR, "value": value}
        return form.fill_row("observations", 0, **row)

    pages = [on_its_own_page, below_the_target] * 4
    forms = [
        partial(page, client, number)
        for number, (page, client) in enumerate(zip(pages, people, strict=False))
    ]
    statuses = all_send(at_once, forms)
    (rows,) = at_once(lambda: list(Observation.objects.filter(target=target)))

    # The page of the value itself says 「すでにあります」 and keeps what was typed.
    assert set(statuses) <= {302, 409, 200}
    assert statuses.count(302) == 1
    assert [row.value for row in rows] == [statuses.index(302)]


def test_who_deletes_and_who_edits_cannot_both_win(at_once, target, people):
    def edit(client):
        return change_form(client, target).fill(name="改めた名称")

    forms = [partial(edit, people[0]), partial(delete_form, people[1], target)]
    statuses = all_send(at_once, forms)
    (names,) = at_once(
        lambda: list(Target.objects.filter(pk=target.pk).values_list("name", flat=True))
    )

    assert sorted(statuses) == [302, 409]
    assert names == (["改めた名称"] if statuses[0] == 302 else [])
