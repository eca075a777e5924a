"""Published values for the tests of target pages, and how such a page reads."""

from datetime import UTC, date, datetime
from decimal import Decimal

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.utils import timezone

from indicators.actions import approve, publish
from indicators.models import Observation
from initiatives import answers

NOVEMBER_R8 = date(2026, 11, 1)


def stop_the_clock(monkeypatch):
    """Make it November of 令和8年度; days of given moments stay what they are."""
    own = timezone.localdate

    def localdate(value=None, **options):
        return NOVEMBER_R8 if value is None else own(value, **options)

    monkeypatch.setattr(timezone, "localdate", localdate)


def soup_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def text_of(client, address):
    return soup_of(client, address).main.get_text()


def publish_value(target, fiscal_year, value=None, *, on=None, **values):
    """Approve and publish a value; the day is 1 September after the year unless given.

    Called again for the same year it corrects, with a `correction_reason`.
    """
    user, _ = get_user_model().objects.get_or_create(username="shonin")
    observation, _ = Observation.objects.get_or_create(
        target=target, fiscal_year=fiscal_year
    )
    observation.value = None if value is None else Decimal(value)
    for name, given in values.items():
        setattr(observation, name, given)
    if observation.state == Observation.State.PUBLISHED:
        answers.reopen(observation, by=None)
        observation.save()
    day = on or datetime(fiscal_year + 1, 9, 1, 3, tzinfo=UTC)
    answers.submit(observation, by=None, at=day)
    approve(observation, by=user, at=day)
    publish(observation, at=day)
    return observation
