"""Kinds come in the order of a list, in Python as in a database."""

import pytest

from plans.models import SearchEntry
from plans.search.kind_order import KindOrder


@pytest.mark.django_db
def test_a_database_numbers_kinds_as_python_does():
    order = KindOrder(["survey", "plan", "activity", "action"])

    rows = SearchEntry.objects.annotate(number=order.of_row())
    found = dict(rows.values_list("kind", "number"))

    assert {"action", "activity", "policy"} < set(found)
    assert found == {kind: order.number(kind) for kind in found}


def test_what_is_not_listed_comes_last():
    order = KindOrder(["initiative", "plan"])

    kinds = ["lan", "plan", "nowhere", "initiative"]
    assert sorted(kinds, key=order.number) == ["initiative", "plan", "lan", "nowhere"]
