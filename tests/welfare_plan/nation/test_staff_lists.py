"""The lists of staff with an invented nation: paged, and no box lists all of it."""

import gzip

import pytest

from tests.queries import queries_of
from tests.welfare_plan.nation.filled import a_nation

pytestmark = [pytest.mark.django_db, pytest.mark.long]

LISTS = (
    "/staff/rounds/",
    "/staff/rounds/new/",
    "/staff/people/",
    "/staff/people/new/",
    "/staff/approvals/",
    "/staff/changes/",
    "/staff/plans/",
    "/staff/opinions/",
    "/staff/surveys/",
    "/staff/goals/",
    "/admin/plans/plan/",
    "/admin/plans/publisher/",
    "/admin/initiatives/initiative/",
    "/admin/initiatives/department/",
    "/admin/indicators/target/",
    "/admin/indicators/observation/",
    "/admin/indicators/publishedvalue/",
    "/admin/indicators/councilreport/add/",
)
_BYTES = 60_000
_OPTIONS = 220  # two boxes at most, a hundred in each


@pytest.fixture(scope="module")
def nation(django_db_setup, django_db_blocker):
    """More plans, bodies, departments and people than any box may hold."""
    with a_nation(django_db_blocker, 54):
        yield


@pytest.mark.parametrize("address", LISTS)
def test_a_list_of_staff_stays_small(staff_client, nation, address):
    page = staff_client.get(address).content

    assert queries_of(staff_client, address) <= 10
    assert len(gzip.compress(page, 6)) < _BYTES
    assert page.count(b"<option") <= _OPTIONS


def test_a_form_offers_the_departments_of_a_chosen_place(staff_client, nation):
    everywhere = staff_client.get("/staff/people/new/").content.decode()
    here = staff_client.get("/staff/people/new/?city=018015").content.decode()

    assert "介護保険課" not in everywhere
    assert "この地域を見る" in everywhere
    assert here.count("介護保険課") == 1


def test_a_round_is_opened_for_a_body_of_a_chosen_place(staff_client, nation):
    here = staff_client.get("/staff/rounds/new/?prefecture=13").content.decode()

    assert "サンプル" not in staff_client.get("/staff/rounds/new/").content.decode()
    assert "サンプル" in here


def test_people_are_found_by_their_department(staff_client, nation):
    page = staff_client.get("/staff/people/?q=サンプルアア市").content.decode()

    assert "7人が見つかりました。" in page
