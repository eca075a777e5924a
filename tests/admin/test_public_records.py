"""Reviews, opinions and surveys that visitors have seen are never lost."""

import pytest

from initiatives.admin_corrections import KEPT
from initiatives.models import Review
from tests.admin.forms import admin_url, change_form, delete_form, delete_ticked_form
from tests.factories import a_survey_indicator
from tests.value_records import a_result, a_review, a_wave, an_opinion

pytestmark = pytest.mark.django_db

WHY = "数え忘れがあったため"
ASKED = "公開した内容を変えるときは、直す理由を書いてください。"


def a_public_result():
    indicator = a_survey_indicator()
    wave = a_wave(plan=indicator.plan, fiscal_year=2025, state="published")
    return a_result(indicator=indicator, wave=wave)


PUBLIC = [
    pytest.param(lambda: a_review(state="published"), "comment", id="review"),
    pytest.param(lambda: an_opinion(state="published"), "text", id="opinion"),
    pytest.param(lambda: a_public_result().wave, "method", id="survey"),
]


@pytest.mark.parametrize(("make", "field"), PUBLIC)
def test_a_change_without_a_reason_is_refused(staff_client, make, field):
    record = make()

    answer = change_form(staff_client, record).fill(**{field: "別の内容"}).send()

    assert ASKED in answer.errors
    assert "別の内容" in answer.response.content.decode()


@pytest.mark.parametrize(("make", "field"), PUBLIC)
def test_a_change_with_a_reason_keeps_the_old_words_and_why(staff_client, make, field):
    record = make()
    before = getattr(record, field)
    form = change_form(staff_client, record)

    answer = form.fill(**{field: "別の内容"}, history_reason=WHY).send()

    newest, *_, oldest = record.history.all()
    assert answer.saved
    assert (getattr(newest, field), newest.history_change_reason) == ("別の内容", WHY)
    assert getattr(oldest, field) == before


@pytest.mark.parametrize(("make", "field"), PUBLIC)
def test_a_record_that_is_not_changed_needs_no_reason(staff_client, make, field):
    assert change_form(staff_client, make()).send().saved


def test_a_review_moves_by_its_steps_alone(staff_client):
    review = a_review(state="published")
    form = change_form(staff_client, review)
    offered = set(form.values)

    form.fill(state="draft", comment="別のことば", history_reason=WHY).send()

    review.refresh_from_db()
    assert "state" not in offered
    assert (review.state, review.comment) == ("published", "別のことば")


@pytest.mark.parametrize(("make", "field"), PUBLIC[1:])
def test_what_was_public_stays_public(staff_client, make, field):
    form = change_form(staff_client, make())

    answer = form.fill(state="draft", history_reason=WHY).send()

    assert any("下書きに戻せません" in error for error in answer.errors)


@pytest.mark.parametrize(("make", "field"), PUBLIC)
def test_it_does_not_move_to_another_year(staff_client, make, field):
    form = change_form(staff_client, make())

    answer = form.fill(fiscal_year="2024", history_reason=WHY).send()

    assert any("対象と年度は変えられません" in error for error in answer.errors)


@pytest.mark.parametrize(("make", "field"), PUBLIC)
@pytest.mark.parametrize("from_list", [False, True], ids=["its page", "the list"])
def test_it_is_not_deleted(staff_client, make, field, from_list):
    record = make()
    address, data = admin_url(record, "delete"), {"post": "yes"}
    if from_list:
        address = admin_url(type(record), "changelist")
        data |= {"action": "delete_selected", "_selected_action": [record.pk]}

    page = staff_client.post(address, data, follow=True).content.decode()

    assert KEPT in page
    assert type(record).objects.filter(pk=record.pk).exists()


def test_drafts_ticked_in_the_list_are_deleted(staff_client):
    drafts = [a_review(), a_review()]

    delete_ticked_form(staff_client, *drafts).send()

    assert not Review.objects.exists()


@pytest.mark.parametrize(
    "make", [a_review, an_opinion, a_wave], ids=["review", "opinion", "survey"]
)
def test_a_draft_is_changed_and_deleted_freely(staff_client, make):
    record = make(fiscal_year=2025)
    form = change_form(staff_client, record)

    saved = form.fill(fiscal_year="2024").send().saved
    delete_form(staff_client, record).send()

    assert "history_reason" not in form.values
    assert saved
    assert not type(record).objects.filter(pk=record.pk).exists()


def test_publishing_a_draft_needs_no_reason(staff_client):
    opinion = an_opinion()

    answer = change_form(staff_client, opinion).fill(state="published").send()

    assert answer.saved
    assert not opinion.history.first().history_change_reason
