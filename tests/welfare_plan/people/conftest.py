"""A 管理者 at work, with their browser."""

import pytest

from tests.staff_records import a_department, a_person


@pytest.fixture
def administrator():
    return a_person("管理者", last_name="管理", first_name="")


@pytest.fixture
def administrator_client(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def welfare():
    return a_department(name="福祉課")


@pytest.fixture
def elderly(welfare):
    return a_department(welfare.publisher, name="高齢課")
