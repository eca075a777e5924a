"""Pages whose queries are compiled once are those that Django would compile anew."""

import pytest
from django.test import Client

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan
from plans.prepared import _Shape
from welfare_plan.samples import load_samples

pytestmark = pytest.mark.django_db


def addresses():
    """Two of each kind, of different plans, so that values could be mixed up."""
    found = []
    for model in (BasicPolicy, Measure, Initiative, Target, SurveyIndicator):
        first = model.objects.public().order_by("plan__slug", "code").first()
        last = model.objects.public().order_by("plan__slug", "code").last()
        found += [first.get_absolute_url(), last.get_absolute_url()]
    plans = [plan.get_absolute_url() for plan in Plan.objects.public()]
    return [*found, *plans, *(f"{plan}dashboard/" for plan in plans)]


def bodies(client):
    return {address: client.get(address).content for address in addresses()}


def test_every_page_is_what_it_would_be_without(monkeypatch):
    load_samples()
    client = Client()
    prepared = bodies(client)

    with monkeypatch.context() as patch:
        patch.setattr(_Shape, "rows", lambda shape, values: shape.build(**values))
        plain = bodies(client)

    assert len(prepared) > 20
    assert prepared == plain
