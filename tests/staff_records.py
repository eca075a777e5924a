"""People of a city's staff by their roles, and what they work on."""

from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from initiatives.models import Membership

_numbers = count(1)


def a_person(role="計画担当", *departments, **values):
    """A member of staff with one role, who belongs to the departments."""
    number = next(_numbers)
    user = get_user_model().objects.create_user(f"staff-{number}", **values)
    user.groups.add(Group.objects.get(name=role))
    for department in departments:
        Membership.objects.create(user=user, department=department)
    return user


def logged_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client
