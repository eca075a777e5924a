"""A planner at the screens of surveys."""

import pytest

from tests.staff_records import a_person, client_of


@pytest.fixture
def planner():
    person = a_person("計画担当", last_name="佐藤", first_name="花子")
    return client_of(person)
