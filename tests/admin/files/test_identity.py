"""What is taken out of the admin comes back in without changing anything."""

import pytest

from indicators.models import Target
from initiatives.models import Activity, Department, Initiative
from plans.models import BasicPolicy, GlossaryTerm, Measure, Plan, Section
from tests.admin.files.office import FORMATS, export, upload
from tests.initiatives.records import a_department

pytestmark = pytest.mark.django_db

MODELS = (
    BasicPolicy,
    Measure,
    Section,
    GlossaryTerm,
    Initiative,
    Activity,
    Target,
    Department,
)


def name_of(value):
    return getattr(value, "__name__", value)


@pytest.mark.parametrize("wanted", FORMATS)
@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_all_records_of_all_plans_come_back_unchanged(staff_client, model, wanted):
    for number in range(2):
        a_department(name=f"福祉{number}課", valid_from_fy=2023)
    rows, histories = model.objects.count(), model.history.count()

    preview = upload(
        staff_client, model, export(staff_client, model, wanted), f"全部.{wanted}"
    )

    assert preview.counts == {"変更なし": f"{rows:,}行"}
    assert not preview.may_confirm
    assert (model.objects.count(), model.history.count()) == (rows, histories)


@pytest.mark.parametrize("wanted", FORMATS)
def test_one_plan_alone_can_be_taken_out(staff_client, wanted):
    plan = Plan.objects.filter(measure_set__isnull=False).first()

    preview = upload(
        staff_client, Measure, export(staff_client, Measure, wanted, plan.slug)
    )

    assert preview.counts == {"変更なし": f"{plan.measure_set.count()}行"}
