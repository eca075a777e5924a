"""Somebody lost the telephone and the spare codes: a 管理者 helps."""

import pytest
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.staff_records import client_of
from tests.welfare_plan.people.pages import soup_of
from tests.welfare_plan.sign_in.logins import (
    with_app,
)
from welfare_plan.sign_in import second_factor
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
OWN = "/staff/second-factor/"


def test_an_administrator_takes_a_lost_one_off_and_it_is_written_down(
    person, administrator
):
    second_factor.new_codes(with_app(person))
    client = client_of(administrator)

    answer = client.post(reverse("person-second-factor", args=[person.pk]))

    assert not TOTPDevice.objects.exists()
    assert second_factor.codes_left(person) == 0
    assert "2段階の確認を取り消しました。" in soup_of(client.get(answer.url)).main.text
    event = AccessEvent.objects.latest("pk")
    assert (event.kind, event.person) == ("factor", administrator)
    assert person.username in event.what


def test_an_administrator_does_not_take_off_their_own(administrator):
    client = client_of(with_app(administrator))

    client.post(reverse("person-second-factor", args=[administrator.pk]))

    assert second_factor.is_on(administrator)
