import pytest

from tests.staff_records import a_person, client_of


@pytest.fixture
def planner():
    return client_of(a_person("計画担当", last_name="佐藤", first_name="花子"))
