"""Names that stand in public addresses stay, once visitors may have noted them."""

import pytest

from tests.admin.forms import change_form
from tests.factories import a_plan, an_initiative
from tests.initiatives.records import a_department

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["published", "archived"])
def test_a_public_plan_keeps_its_address(staff_client, state):
    plan = a_plan(slug="kashiwa-4", state=state)

    answer = change_form(staff_client, plan).fill(slug="kashiwa-5").send()

    assert answer.errors == [
        (
            "公開した計画のアドレス用の名前は、公開ページのアドレスになっているため"
            "変えられません。「kashiwa-4」に戻してください。"
        )
    ]
    plan.refresh_from_db()
    assert plan.slug == "kashiwa-4"


def test_a_draft_takes_another_address(staff_client):
    plan = a_plan(slug="kashiwa-4", state="draft")

    answer = change_form(staff_client, plan).fill(slug="kashiwa-5").send()

    plan.refresh_from_db()
    assert (answer.saved, plan.slug) == (True, "kashiwa-5")


def test_a_department_in_use_keeps_its_code(staff_client):
    department = a_department(code="fukushi")
    initiative = an_initiative()
    initiative.department = department
    initiative.save()

    answer = change_form(staff_client, department).fill(code="new").send()

    assert answer.errors == [
        (
            "使われている担当課のコードは、公開ページのアドレスになっているため"
            "変えられません。「fukushi」に戻してください。"
        )
    ]
    department.refresh_from_db()
    assert department.code == "fukushi"


def test_a_department_that_nothing_uses_takes_another_code(staff_client):
    department = a_department(code="fukushi")

    answer = change_form(staff_client, department).fill(code="new").send()

    department.refresh_from_db()
    assert (answer.saved, department.code) == (True, "new")
