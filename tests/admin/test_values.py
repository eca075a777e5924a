"""Values in the admin: typed on the target form, approved and published in lists."""

import pytest

from indicators.models import Observation, PublishedValue
from initiatives.answers import OWN_APPROVAL
from tests.admin.forms import act, change_form
from tests.factories import a_target
from tests.plans.records import a_publisher

pytestmark = pytest.mark.django_db

LIST = "/admin/indicators/observation/"


def an_observation(**values):
    defaults = {"fiscal_year": 2025, "value": 940, "state": "submitted"}
    target = values.pop("target", None) or a_target(measure_type="flow")
    return Observation.objects.create(target=target, **{**defaults, **values})


def test_the_form_of_a_target_shows_last_year_and_the_judgement(staff_client):
    target = a_target(measure_type="flow")
    an_observation(target=target, fiscal_year=2024, value=931)
    an_observation(target=target, fiscal_year=2025, value=940)

    page = staff_client.get(f"/admin/indicators/target/{target.pk}/change/")

    text = page.content.decode()
    assert "931人／年" in text
    assert "令和7年度の目安960人に対し実績940人（20人下回る）" in text
    assert "やや遅れ" in text


def test_values_are_approved_then_published_from_the_list(staff_client):
    observation = an_observation()

    approved = act(staff_client, "approve_selected", observation)
    published = act(staff_client, "publish_selected", observation)

    assert "1件を承認しました。" in approved.content.decode()
    assert "1件を公開しました。" in published.content.decode()
    assert PublishedValue.objects.get(observation=observation).value == 940


def test_what_cannot_be_published_is_named_and_the_rest_goes_on(staff_client):
    good, bad = an_observation(), an_observation()
    act(staff_client, "approve_selected", good)

    answer = act(staff_client, "publish_selected", good, bad).content.decode()

    assert "1件を公開しました。" in answer
    assert "承認してから公開してください。" in answer
    assert not PublishedValue.objects.filter(observation=bad).exists()


def test_a_changed_value_needs_a_new_approval_and_visitors_see_the_old_one(
    staff_client, client
):
    observation = an_observation()
    act(staff_client, "approve_selected", observation)
    act(staff_client, "publish_selected", observation)

    form = change_form(staff_client, observation)
    form.fill(value="958", correction_reason="集計の誤り").send()

    observation.refresh_from_db()
    assert (observation.state, observation.value) == ("draft", 958)
    page = client.get(observation.target.get_absolute_url()).content.decode()
    assert "940人" in page
    assert "958人" not in page


PUBLIC_STAYS = (
    "令和7年度の実績は下書きに戻りました。"
    "提出と承認をし、もう一度公開するまで、公開ページは前の値のままです。"
)
BACK = (
    "令和7年度の実績は下書きに戻りました。公開するには、提出と承認をし直してください。"
)


def test_who_changes_a_public_value_is_told_that_visitors_see_the_old_one(staff_client):
    observation = an_observation()
    act(staff_client, "approve_selected", observation)
    act(staff_client, "publish_selected", observation)
    form = change_form(staff_client, observation)

    said = form.fill(value="958", correction_reason="集計の誤り").said()

    assert PUBLIC_STAYS in said


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_who_changes_a_value_on_its_way_is_told_that_it_starts_anew(
    staff_client, state
):
    observation = an_observation(state=state)

    said = change_form(staff_client, observation).fill(value="958").said()

    observation.refresh_from_db()
    assert observation.state == "draft"
    assert BACK in said


@pytest.mark.parametrize("state", ["draft", "returned"])
def test_nothing_is_said_of_a_value_that_had_not_been_handed_in(staff_client, state):
    observation = an_observation(state=state)

    said = change_form(staff_client, observation).fill(value="958").said()

    assert len(said) == 1
    assert "下書きに戻りました" not in said[0]


def test_a_value_that_is_saved_unchanged_goes_on(staff_client):
    observation = an_observation(state="approved")

    said = change_form(staff_client, observation).said()

    observation.refresh_from_db()
    assert observation.state == "approved"
    assert BACK not in said


def test_an_impossible_share_is_refused_in_words(staff_client):
    target = a_target(
        measure_type="ratio", baseline_unit="%", goal_unit="%", goal_value=100
    )

    answer = staff_client.post(
        f"{LIST}add/", {"target": target.pk, "fiscal_year": 2025, "value": "120"}
    )

    assert "割合は0から100までの数で入力してください。" in answer.content.decode()
    assert not Observation.objects.exists()


def test_publications_cannot_be_changed_in_the_admin(staff_client):
    observation = an_observation()
    act(staff_client, "approve_selected", observation)
    act(staff_client, "publish_selected", observation)
    row = observation.publications.get()

    answer = staff_client.post(
        f"/admin/indicators/publishedvalue/{row.pk}/change/", {"value": "1"}
    )

    assert answer.status_code == 403
    row.refresh_from_db()
    assert row.value == 940


def test_nobody_approves_what_they_entered_themselves(staff_client):
    observation = an_observation(state="draft")
    change_form(staff_client, observation).fill(value="975").send()
    act(staff_client, "submit_selected", observation)

    answer = act(staff_client, "approve_selected", observation).content.decode()

    observation.refresh_from_db()
    assert "自分で入力・提出したものは承認できません。" in answer
    assert observation.state == "submitted"


def test_a_small_office_may_allow_it_and_the_history_says_so(staff_client):
    observation = an_observation(state="draft")
    plan = observation.plan
    plan.publisher = a_publisher(allows_own_approval=True)
    plan.save()
    change_form(staff_client, observation).fill(value="975").send()
    act(staff_client, "submit_selected", observation)

    act(staff_client, "approve_selected", observation)

    observation.refresh_from_db()
    newest = observation.history.first()
    assert observation.state == "approved"
    assert newest.history_change_reason == OWN_APPROVAL
    assert newest.history_user.username == "keikaku"
