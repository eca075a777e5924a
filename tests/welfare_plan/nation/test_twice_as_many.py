import pytest
from django.db import transaction

from tests.queries import queries_of
from tests.welfare_plan.nation.addresses import DASHBOARDS, LISTS, OF_ONE_CITY
from welfare_plan.nation.making import make_nation

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def test_twice_as_many_cities_cost_no_query_more(client):
    addresses = (*LISTS, *OF_ONE_CITY, *DASHBOARDS)
    counts = []
    for wanted in (8, 16):
        with transaction.atomic():
            make_nation(wanted, seed=1)
            counts.append([queries_of(client, address) for address in addresses])
            transaction.set_rollback(True)

    assert counts[0] == counts[1]
