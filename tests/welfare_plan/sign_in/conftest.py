"""Somebody with a password, and the guard at the door, which other tests go without."""

import pytest

from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import with_password


@pytest.fixture
def guarded(settings):
    settings.AXES_ENABLED = True


@pytest.fixture
def person():
    return with_password(a_person("閲覧", last_name="山田", first_name="花子"))


@pytest.fixture
def administrator():
    return with_password(a_person("管理者", last_name="管理", first_name=""))
