"""A relation that no browser could send is refused in words, not with a fault."""

import pytest

from tests.admin.forms import change_form, soup_of
from tests.factories import a_target

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("forged", ["あ", "1e9", "²", "-1", "999999999"])
def test_a_forged_relation_is_an_error_of_its_field(staff_client, forged):
    target = a_target()

    answer = change_form(staff_client, target).fill(department=forged).send()

    page = soup_of(answer.response)
    assert page.select_one(".field-department .errorlist")
