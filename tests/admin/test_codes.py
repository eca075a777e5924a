"""A code that is taken is refused with a sentence, wherever it is typed."""

import pytest

from plans.models import Plan
from tests.admin.forms import add_form, change_form
from tests.admin.samples import EDITED, name_of
from tests.factories import a_plan

pytestmark = pytest.mark.django_db

CODE_IS_TAKEN = (
    "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
)
PARTS = [model for model in EDITED if hasattr(model, "plan")]


def two_of_one_plan(model):
    """Two records, the second moved below the parents of the first."""
    one, other = EDITED[model][0](), EDITED[model][0]()
    relations = [field.name for field in model._meta.fields if field.is_relation]
    for name in relations:
        setattr(other, name, getattr(one, name))
    if hasattr(other, "actor"):
        other.actor = "city"
    other.save()
    return one, other


@pytest.mark.parametrize("model", PARTS, ids=name_of)
def test_a_record_cannot_take_the_code_of_another(staff_client, model):
    one, other = two_of_one_plan(model)

    answer = change_form(staff_client, other).fill(code=one.code).send()

    assert not answer.saved
    assert answer.errors == [CODE_IS_TAKEN]


@pytest.mark.parametrize("model", PARTS, ids=name_of)
def test_a_new_record_cannot_take_the_code_of_another(staff_client, model):
    one, other = two_of_one_plan(model)
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
