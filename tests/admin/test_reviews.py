"""Reviews in the admin: words that were changed are read by somebody else again."""

import pytest
from django.core.exceptions import ValidationError

from initiatives.answers import approve, publish_review, submit
from tests.admin.forms import admin_url, change_form, soup_of
from tests.factories import a_measure, a_policy, an_initiative
from tests.queries import queries_of
from tests.staff_records import a_person
from tests.value_records import a_review

pytestmark = pytest.mark.django_db

WAITING = ["submitted", "approved"]
WENT_BACK = (
    "この評価は下書きに戻りました。公開するには、入力の画面でもう一度提出し、"
    "承認を受けてください。"
)


def a_waiting_review(state):
    review = a_review()
    submit(review, by=a_person())
    if state == "approved":
        approve(review, by=a_person("計画担当"))
    return review


@pytest.mark.parametrize("state", WAITING)
def test_changed_words_have_to_be_submitted_and_approved_anew(
    staff_client, django_user_model, state
):
    review = a_waiting_review(state)
    form = change_form(staff_client, review).fill(comment="別のことば")

    said = form.said()

    review.refresh_from_db()
    assert (review.state, review.comment) == ("draft", "別のことば")
    assert (review.submitted_by, review.approved_by) == (None, None)
    assert (review.submitted_at, review.approved_at) == (None, None)
    assert review.entered_by == django_user_model.objects.get(username="keikaku")
    assert WENT_BACK in said


@pytest.mark.parametrize("state", ["draft", "returned"])
def test_who_changed_a_draft_cannot_approve_it(staff_client, state):
    review = a_review(state=state)

    said = change_form(staff_client, review).fill(comment="別のことば").said()

    review.refresh_from_db()
    assert review.state == state
    assert WENT_BACK not in said
    submit(review, by=a_person())
    with pytest.raises(ValidationError, match="自分で入力・提出したもの"):
        approve(review, by=review.entered_by)


def test_who_changed_an_approved_review_cannot_publish_it_alone(staff_client):
    review = a_waiting_review("approved")

    change_form(staff_client, review).fill(comment="別のことば").send()

    review.refresh_from_db()
    with pytest.raises(ValidationError, match="承認してから公開してください。"):
        publish_review(review)
    submit(review, by=a_person())
    with pytest.raises(ValidationError, match="自分で入力・提出したもの"):
        approve(review, by=review.entered_by)


@pytest.mark.parametrize("state", WAITING)
def test_a_review_that_is_saved_unchanged_goes_on(staff_client, state):
    review = a_waiting_review(state)

    said = change_form(staff_client, review).said()

    review.refresh_from_db()
    assert review.state == state
    assert review.submitted_by is not None
    assert said
    assert WENT_BACK not in said


@pytest.mark.parametrize("state", ["draft", "returned", "published"])
def test_nothing_is_said_of_a_review_that_nobody_waits_for(staff_client, state):
    review = a_review(state=state)
    form = change_form(staff_client, review).fill(comment="別のことば")
    if state == "published":
        form.fill(history_reason="誤りがあったため")

    said = form.said()

    review.refresh_from_db()
    assert (review.state, review.comment) == (state, "別のことば")
    assert said
    assert WENT_BACK not in said


SUBJECTS = [
    pytest.param("initiative", an_initiative, id="initiative"),
    pytest.param("measure", a_measure, id="measure"),
    pytest.param("policy", a_policy, id="policy"),
]


@pytest.mark.parametrize("field", ["title", "code"])
@pytest.mark.parametrize(("kind", "make"), SUBJECTS)
def test_a_review_is_found_by_what_it_is_about(staff_client, kind, make, field):
    subject = make(title="見守りの輪", code="mimamori-7")
    review = a_review(**{kind: subject})
    a_review(**{kind: make(title="居場所づくり", code="ibasho-8")})
    address = admin_url(review, "changelist")

    page = staff_client.get(address, {"q": getattr(subject, field)})

    links = soup_of(page).select("tbody th a")
    assert [link["href"].split("?")[0] for link in links] == [
        admin_url(review, "change")
    ]


def test_a_search_costs_one_count_more_than_the_list(staff_client):
    reviews = [
        a_review(),
        a_review(measure=a_measure()),
        a_review(policy=a_policy()),
    ]
    address = admin_url(reviews[0], "changelist")
    listed = queries_of(staff_client, address)

    assert queries_of(staff_client, f"{address}?q=計画どおり") == listed + 1 <= 7
