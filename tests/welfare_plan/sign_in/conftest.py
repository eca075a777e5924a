"""Somebody with a password, and the guard at the door, which other tests go without."""

import pytest

from tests.staff_records import a_person
from tests.welfare_plan.sign_in import stub_provider
from tests.welfare_plan.sign_in.logins import with_password
from welfare_plan.sign_in.city_settings import city_login


@pytest.fixture
def guarded(settings):
    settings.AXES_ENABLED = True


@pytest.fixture
def person():
    return with_password(a_person("閲覧", last_name="山田", first_name="花子"))


@pytest.fixture
def administrator():
    return with_password(a_person("管理者", last_name="管理", first_name=""))


@pytest.fixture
def provider(settings):
    with stub_provider.running() as provider:
        settings.CITY_LOGIN = city_login(
            issuer=provider.address,
            client=stub_provider.CLIENT,
            secret=stub_provider.SECRET,
            name="柏市の認証",
        )
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"APPS": [settings.CITY_LOGIN["app"]]}
        }
        yield provider
