"""A code that is taken is refused with a sentence, wherever it is typed."""

import pytest

from plans.models import Plan
from tests.admin.forms import add_form, change_form
from tests.admin.samples import EDITED, name_of
from tests.factories import a_measure, a_plan

pytestmark = pytest.mark.django_db

CODE_IS_TAKEN = (
    "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
)
PARTS = [model for model in EDITED if hasattr(model, "plan")]


def two_of_a_draft(model):
    """Two records of a draft, the second moved below the parents of the first."""
    one, other = EDITED[model][0](), EDITED[model][0]()
    relations = [field.name for field in model._meta.fields if field.is_relation]
    for name in relations:
        setattr(other, name, getattr(one, name))
    if hasattr(other, "actor"):
        other.actor = "city"
    other.save()
    Plan.objects.update(state="draft")
    return one, other


@pytest.mark.parametrize("model", PARTS, ids=name_of)
def test_a_record_cannot_take_the_code_of_another(staff_client, model):
    one, other = two_of_a_draft(model)

    answer = change_form(staff_client, other).fill(code=one.code).send()

    assert not answer.saved
    assert answer.errors == [CODE_IS_TAKEN]


@pytest.mark.parametrize("model", PARTS, ids=name_of)
def test_a_new_record_cannot_take_the_code_of_another(staff_client, model):
    one, other = two_of_a_draft(model)
    values = change_form(staff_client, other).values
    other.delete()
    form = add_form(staff_client, model)
    form.values.update({k: v for k, v in values.items() if k in form.values})

    answer = form.fill(code=one.code).send()

    assert not answer.saved
    assert answer.errors == [CODE_IS_TAKEN]


def test_a_new_plan_cannot_take_the_address_of_another(staff_client):
    plan = a_plan(slug="taken")
    form = add_form(staff_client, Plan).fill(
        slug="taken",
        title="別の計画",
        area_name="見本市",
        source_document=plan.source_document,
    )

    answer = form.send()

    assert not answer.saved
    (message,) = answer.errors
    assert "この アドレス用の名前 を持った 計画 が既に存在します" in message


HELD = "公開した計画のコードは、アドレスになっているため変えられません。"
WITH_PAGE = [model for model in PARTS if hasattr(model, "get_absolute_url")]


@pytest.mark.parametrize("model", WITH_PAGE, ids=name_of)
def test_what_visitors_can_open_keeps_its_code(staff_client, model):
    record = EDITED[model][0]()

    answer = change_form(staff_client, record).fill(code="new").send()

    assert answer.errors == [f"{HELD}「{record.code}」に戻してください。"]
    assert 'value="new"' in answer.response.content.decode()
    assert model.objects.get(pk=record.pk).code == record.code


def test_a_code_is_kept_where_its_row_stands_below_another_record_too(staff_client):
    measure = a_measure()
    form = change_form(staff_client, measure.policy)

    answer = form.fill_row("measures", 0, code="new").send()

    assert answer.errors == [f"{HELD}「{measure.code}」に戻してください。"]


@pytest.mark.parametrize("model", WITH_PAGE, ids=name_of)
def test_in_a_draft_a_record_takes_a_new_code(staff_client, model):
    record = EDITED[model][0]()
    Plan.objects.update(state="draft")

    answer = change_form(staff_client, record).fill(code="new").send()

    assert answer.saved
    assert model.objects.get(pk=record.pk).code == "new"
