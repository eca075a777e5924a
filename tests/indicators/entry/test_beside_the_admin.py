"""One figure, entered on the department's screen and corrected in the admin."""

import pytest

from indicators.models import Observation
from tests.admin.forms import change_form
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(page, figure) -> Observation:
    page.fill(figure, cell="９４０人（速報）", reason="理由").press()
    return Observation.objects.get()


@pytest.fixture
def planner():
    return client_of(
        a_person("計画担当", is_staff=True, last_name="木村", first_name="葉")
    )


@pytest.mark.parametrize("in_target", [False, True], ids=["own page", "in the target"])
def test_a_correction_in_the_admin_is_not_undone_by_the_next_draft(
    entered, planner, page_of, clerk, figure, in_target
):
    if in_target:
        form = change_form(planner, entered.target)
        form.fill_row("observations", 0, value="950")
    else:
        form = change_form(planner, entered).fill(value="950")
    assert form.send().saved

    page = page_of(clerk)
    seen = page.control(figure, "cell")["value"]
    page.fill(figure, note="4月に確かめた").press()

    entered.refresh_from_db()
    assert seen == "950"
    assert (entered.value, entered.note) == (950, "4月に確かめた")


def test_a_note_added_in_the_admin_leaves_the_cell_as_it_was_typed(
    entered, planner, page_of, clerk, figure
):
    assert change_form(planner, entered).fill(note="窓口は2か所").send().saved

    page = page_of(clerk)

    assert page.control(figure, "cell")["value"] == "９４０人（速報）"


def test_the_admin_names_who_was_first_on_the_other_screen(
    entered, planner, page_of, clerk, figure
):
    form = change_form(planner, entered).fill(value="950")
    page_of(clerk).fill(figure, cell="941").press()

    page = form.send().response

    assert page.status_code == 409
    assert "山田 花さんが" in page.content.decode()
