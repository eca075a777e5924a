"""People, departments, rounds with sensible values; a test names what it is about."""

from datetime import date
from itertools import count

from django.contrib.auth.models import Group, User
from django.test import Client

from indicators.models import CollectionRound, RoundItem
from initiatives.models import Department, Membership
from plans.models import Publisher

_numbers = count(1)


def a_publisher(**values):
    number = next(_numbers)
    defaults = {
        "slug": f"city-{number}",
        "name": f"見本{number}市",
        "kind": "municipality",
    }
    return Publisher.objects.create(**{**defaults, **values})


def a_department(publisher=None, **values):
    number = next(_numbers)
    defaults = {"code": f"d-{number}", "name": f"福祉{number}課"}
    return Department.objects.create(
        publisher=publisher or a_publisher(), **{**defaults, **values}
    )


def a_person(role="担当課", *departments, **values):
    number = next(_numbers)
    defaults = {
        "username": f"person-{number}",
        "last_name": "見本",
        "first_name": f"{number}子",
        "email": f"person-{number}@example.jp",
    }
    person = User.objects.create(**{**defaults, **values})
    if role:
        person.groups.add(Group.objects.get(name=role))
    for department in departments:
        Membership.objects.create(user=person, department=department)
    return person


def a_round(publisher=None, **values):
    defaults = {
        "fiscal_year": 2025,
        "opens_on": date(2026, 4, 10),
        "due_on": date(2026, 5, 31),
    }
    return CollectionRound.objects.create(
        publisher=publisher or a_publisher(), **{**defaults, **values}
    )


def an_item(round_=None, **values):
    return RoundItem.objects.create(round=round_ or a_round(), **values)


def logged_in(client, person):
    """The client, as the person."""
    client.force_login(person)
    return client


def client_of(person):
    """A client of its own, logged in as the person."""
    return logged_in(Client(), person)
