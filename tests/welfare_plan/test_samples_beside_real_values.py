"""Sample values never come into a database that holds real ones."""

import pytest
from django.core.management import CommandError, call_command

from indicators.models import Observation, Target
from plans.models import Plan

pytestmark = pytest.mark.django_db


def test_samples_are_refused_beside_a_real_value():
    Observation.objects.create(
        target=Target.objects.first(), fiscal_year=2025, value=42
    )

    with pytest.raises(CommandError, match="実際の実績値があります"):
        call_command("load_samples")

    assert not Plan.objects.filter(slug="mihon-shi-chiiki-fukushi").exists()
    assert Observation.objects.count() == 1
