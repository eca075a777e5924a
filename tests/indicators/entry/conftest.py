"""A round of 令和7年度 that is open, asking one department for one figure."""

from datetime import date, timedelta

import pytest
from django.core.files.storage import storages as storages_of_django
from django.utils import timezone

from indicators.models import Evidence
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.entry.entry_page import EntryPage
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
)


@pytest.fixture
def department():
    return a_department(a_publisher(), name="福祉政策課")


@pytest.fixture
def round_(department):
    today = timezone.localdate()
    return a_round(
        department.publisher,
        opens_on=date(2026, 4, 1),
        due_on=today + timedelta(days=12),
    )


@pytest.fixture
def initiative(department):
    plan = a_plan(publisher=department.publisher)
    return an_initiative(a_measure(a_policy(plan)))


@pytest.fixture
def figure(round_, department, initiative):
    """904 人／年 in R5, 1,100 wanted in R12: 960 is expected in R7."""
    target = a_target(initiative, name="新規相談者数", code="2-1", measure_type="flow")
    return an_item(round_, target=target, department=department)


@pytest.fixture
def more_figures(round_, department, initiative):
    """Makes further figures of the same department."""

    def make(number):
        return [
            an_item(round_, target=a_target(initiative), department=department)
            for _ in range(number)
        ]

    return make


@pytest.fixture
def review_item(round_, department, initiative):
    return an_item(round_, initiative=initiative, department=department)


@pytest.fixture
def clerk(department):
    return a_person("担当課", department, last_name="山田", first_name="花")


@pytest.fixture
def page_of(client, round_):
    """Opens the entry page as a person."""

    def open_as(person, query=""):
        own = type(client)()
        own.force_login(person)
        return EntryPage(own, round_, query=query)

    return open_as


@pytest.fixture
def page(page_of, clerk, figure):
    return page_of(clerk)


@pytest.fixture
def own_folder(settings, tmp_path):
    """A folder of its own for the files of evidence."""
    storages = {**settings.STORAGES}
    storages["evidence"] = {
        **storages["evidence"],
        "OPTIONS": {"location": tmp_path, "base_url": None},
    }
    settings.STORAGES = storages
    field = Evidence._meta.get_field("file")
    old, field.storage = field.storage, storages_of_django["evidence"]
    yield tmp_path
    field.storage = old
