"""A nation's lists are answered by an index: none is read whole to show its beginning.

Only PostgreSQL holds a nation; SQLite has no word for how it would read larger tables.
"""

import pytest
from django.db import connection

from plans.models import Plan
from plans.places import EVERYWHERE
from plans.search.database import by_indexes
from plans.search.query import Among, entries_with
from tests.queries import plans_of
from tests.welfare_plan.nation.filled import a_nation

pytestmark = [pytest.mark.django_db, pytest.mark.long]

_INDEXES = {
    "/history/": ("target_changed", "publishedvalue_newest"),
    "/feed.atom": ("target_changed", "publishedvalue_newest"),
    "/actions/": ("plan_in_order",),
    "/actions/?actor=citizen": ("plan_in_order",),
    "/api/v1/plans": ("plan_by_letters",),
    "/api/v1/targets": ("plan_by_letters",),
    "/api/v1/observations": ("plan_by_letters",),
    "/staff/": ("observation_in_work", "review_in_work"),
    "/staff/approvals/": ("observation_in_work", "review_in_work"),
    "/staff/changes/": ("target_changed", "observation_changed"),
    "/admin/indicators/observation/": ("observation_by_year",),
    "/admin/indicators/publishedvalue/": ("observation_by_year",),
    "/admin/indicators/publishedvalue/?status=behind": ("publishedvalue_by_status",),
    "/admin/initiatives/review/": ("review_by_year",),
}


@pytest.fixture(scope="module")
def nation(django_db_setup, django_db_blocker):
    """More plans than わたしにできること reads at once."""
    with a_nation(django_db_blocker, 24):
        yield


def plans_at(client, address) -> str | None:
    return plans_of(client, address) if connection.vendor == "postgresql" else None


@pytest.mark.parametrize("address", _INDEXES)
def test_an_index_leads_to_the_rows_of_a_page(staff_client, nation, address):
    plans = plans_at(staff_client, address)

    assert plans is None or not [i for i in _INDEXES[address] if i not in plans]


@pytest.mark.parametrize("name", ["plans", "targets", "observations"])
def test_what_a_record_says_is_read_for_the_page_alone(client, nation, name):
    """The keys of the page are found first, and lead to all else."""
    plans = plans_at(client, f"/api/v1/{name}")

    assert plans is None or "id = ANY (" in plans


def words_with_an_area(*words):
    """The words beside the name of an area, and what it names."""
    area = Plan.objects.filter(slug__startswith="sample-").first().area_name
    return [(area,), *((word,) for word in words)], {area: [area]}


def as_far():
    plans = Plan.objects.order_by().filter(position__lt=1010).values("pk")
    return [Among(["kind=measure"]), Among(["kind=initiative"], plans)]


_SEARCHES = {
    "neighbours": lambda: ([("お年寄り", "高齢者")], {}),
    "a place beside a word": lambda: words_with_an_area("介護"),
    "a place alone": words_with_an_area,
    "as far as first rows reach": lambda: ([("介護",)], {}, EVERYWHERE, as_far()),
}


@pytest.mark.parametrize("name", _SEARCHES)
def test_the_pieces_of_an_entry_are_looked_up_and_not_cut_again(nation, name):
    if connection.vendor != "postgresql":
        return
    with by_indexes():
        plan = entries_with(*_SEARCHES[name]()).explain().splitlines()

    assert any("plans_searchindex" in line for line in plan)
    filters = [line for line in plan if "Filter:" in line]
    assert not any("plans_searchpieces" in line for line in filters), plan
