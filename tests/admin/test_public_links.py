"""Lists lead from a record to its public page, once visitors can see it."""

import pytest

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan
from tests.admin.forms import admin_url, soup_of
from tests.admin.samples import EDITED, name_of

pytestmark = pytest.mark.django_db

WITH_A_PAGE = [Plan, BasicPolicy, Measure, Initiative, Target, SurveyIndicator]


def row_of(client, record):
    """The record's row in the list of its plan."""
    plan = getattr(record, "plan", record)
    filters = {"plan__id__exact": plan.pk} if plan != record else {"q": plan.slug}
    soup = soup_of(client.get(admin_url(record, "changelist"), filters))
    (row,) = soup.select("tbody tr")
    return row


def a_record(model, state):
    record = EDITED[model][0]()
    Plan.objects.filter(pk=getattr(record, "plan", record).pk).update(state=state)
    record.refresh_from_db()
    return record


@pytest.mark.parametrize("state", ["published", "archived"])
@pytest.mark.parametrize("model", WITH_A_PAGE, ids=name_of)
def test_a_public_record_has_a_link_to_its_page(staff_client, model, state):
    record = a_record(model, state)

    link = row_of(staff_client, record).select_one(".field-public_page a")

    assert link["href"] == record.get_absolute_url()
    assert str(record) in link.text
    page = staff_client.get(link["href"]).content.decode()
    assert (getattr(record, "title", "") or record.question) in page


@pytest.mark.parametrize("model", WITH_A_PAGE, ids=name_of)
def test_a_record_of_a_draft_has_none_and_says_why(staff_client, model):
    record = a_record(model, "draft")

    cell = row_of(staff_client, record).select_one(".field-public_page")

    assert cell.select("a") == []
    assert cell.text == "下書き"
    page = staff_client.get(record.get_absolute_url()).content.decode()
    assert "ページが見つかりません" in page
