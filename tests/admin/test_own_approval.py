"""Only who keeps the site may let people approve what they entered themselves."""

import pytest

from tests.admin.forms import change_form
from tests.plans.records import a_publisher
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db


def test_the_planning_section_sees_the_setting_and_cannot_change_it():
    publisher = a_publisher(allows_own_approval=False)
    planner = client_of(a_person("計画担当", is_staff=True))

    form = change_form(planner, publisher)
    sent = form.fill(allows_own_approval="on").send()

    assert sent.saved
    publisher.refresh_from_db()
    assert not publisher.allows_own_approval


def test_who_keeps_the_site_changes_it(staff_client):
    publisher = a_publisher(allows_own_approval=False)

    form = change_form(staff_client, publisher)
    sent = form.fill(allows_own_approval="on").send()

    assert sent.saved
    publisher.refresh_from_db()
    assert publisher.allows_own_approval
