"""The form of a target: what changes each year first, with what is known beside it."""

from datetime import date

import pytest
from django.utils import timezone

from tests.admin.forms import add_form, change_form
from tests.factories import a_target
from tests.queries import queries_of
from tests.value_records import a_publication, an_observation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 11, 21))


def page_order(form):
    """The names of the blocks from the top."""
    ids = [block.get("id") for block in form.soup.select("[id$=-group], #plan-data")]
    return [block for block in ids if block]


def test_the_years_stand_before_what_the_plan_prints(staff_client):
    form = change_form(staff_client, a_target())

    order = page_order(form)

    assert order == [
        "observations-group",
        "milestones-group",
        "goal_revisions-group",
        "plan-data",
    ]
    links = [link["href"] for link in form.soup.select(".jumps a")]
    assert links == [f"#{block}" for block in order]


def test_a_new_target_begins_with_its_plan(staff_client):
    form = add_form(staff_client, type(a_target()))

    first = form.soup.select_one("form fieldset")

    assert first.select_one("[name=initiative]")
    assert not form.soup.select(".jumps")


def test_a_blank_row_shows_last_year_and_what_is_expected(staff_client):
    target = a_target(measure_type="flow")
    an_observation(target=target, fiscal_year=2025, value=940)

    blank = change_form(staff_client, target).soup.select_one("#observations-1")

    assert "新しい年度" in blank.h3.text
    assert "令和7年度の実績は940人／年、令和8年度の目安は988人／年。" in blank.text


def test_nothing_is_said_of_a_year_that_nobody_can_type_yet(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2026)

    blank = change_form(staff_client, target).soup.select_one("#observations-1")

    assert "令和9年度の目安" not in blank.text


def test_the_reason_is_typed_beside_the_value(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025)

    form = change_form(staff_client, target)
    form.fill_row("observations", 0, reason="会場が使えなかった").send()

    assert target.observations.get().reason == "会場が使えなかった"


def test_a_value_changed_here_is_no_longer_what_was_typed_in_a_cell(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025, value=940, raw="約940人")

    form = change_form(staff_client, target)
    form.fill_row("observations", 0, value="958").send()

    row = target.observations.get()
    assert (row.value, row.raw) == (958, "")


def test_a_note_changed_here_leaves_what_was_typed_in_a_cell(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025, value=940, raw="約940人")

    form = change_form(staff_client, target)
    form.fill_row("observations", 0, note="確かめた").send()

    assert target.observations.get().raw == "約940人"


def test_each_year_that_went_back_to_draft_is_named(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2022, state="draft")
    an_observation(target=target, fiscal_year=2023, state="approved")
    an_observation(target=target, fiscal_year=2024, state="submitted")
    a_publication(an_observation(target=target, fiscal_year=2025, state="published"))
    form = change_form(staff_client, target)
    for row in (0, 1, 3):
        form.fill_row("observations", row, note="確かめた")

    said = form.said()

    states = target.observations.order_by("fiscal_year").values_list("state", flat=True)
    assert list(states) == ["draft", "draft", "submitted", "draft"]
    anew = "公開するには、提出と承認をし直してください。"
    stays = "提出と承認をし、もう一度公開するまで、公開ページは前の値のままです。"
    assert [sentence for sentence in said if "下書きに戻りました" in sentence] == [
        f"令和5年度の実績は下書きに戻りました。{anew}",
        f"令和7年度の実績は下書きに戻りました。{stays}",
    ]


def test_a_year_that_is_deleted_did_not_go_back_to_draft(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025, state="submitted")
    form = change_form(staff_client, target)

    said = form.fill_row("observations", 0, DELETE="on").said()

    assert not target.observations.exists()
    assert not any("下書きに戻りました" in sentence for sentence in said)


def test_more_years_cost_no_more_queries(staff_client):
    target = a_target(measure_type="flow")
    an_observation(target=target, fiscal_year=2020)
    address = change_form(staff_client, target).address
    few = queries_of(staff_client, address)
    for year in range(2021, 2026):
        an_observation(target=target, fiscal_year=year)

    assert queries_of(staff_client, address) == few <= 25
