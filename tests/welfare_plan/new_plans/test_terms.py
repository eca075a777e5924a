"""A plan's skeleton becomes the next term; the old plan is retired where it stands."""

from datetime import date

import pytest
from django.urls import reverse

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, Department, Initiative
from plans.models import GlossaryTerm, Plan, SourceNote
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.indicators.published import publish_value
from tests.plans.records import a_note
from tests.queries import queries_of
from tests.sent_forms import Screen, SentForm
from tests.staff_records import a_department
from welfare_plan.new_plans.copying import CHOICES

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "第4期 見本市地域福祉計画",
    "slug": "mihon-4",
    "period_end_fy": "R14",
}


@pytest.fixture
def old():
    """A plan with one of everything, and a published value."""
    plan = a_plan(slug="mihon-3", period_start_fy=2021, period_end_fy=2026)
    policy = a_policy(plan, code="1", source_heading="1 方針")
    initiative = an_initiative(a_measure(policy, code="1-1"), code="1-1-1")
    Activity.objects.create(plan=plan, initiative=initiative, code="a", text="講座")
    target = a_target(initiative, code="t", name="参加者")
    publish_value(target, 2024, "940")
    a_target(
        initiative, code="w", name="", goal_state="statement", goal_value=None,
        goal_text="だれも孤立しない",
    )  # fmt: skip
    a_survey_indicator(policy, code="s")
    GlossaryTerm.objects.create(plan=plan, code="g", term="地域福祉")
    a_note(plan, about_kind="target", about_code="t")
    return plan


def next_form(client, old, *, take=CHOICES, **values):
    """The form filled in; its boxes are ticked for what is taken alone."""
    form = SentForm(client, reverse("plan-next-term", args=[old.slug]), "copy")
    for name in CHOICES.keys() - set(take):
        del form.values[name]
    return form.fill(**{**TYPED, **values})


def made_of(old):
    return Plan.objects.get(predecessor=old)


def test_the_skeleton_is_copied_with_its_codes_and_without_what_was_measured(
    planner, old
):
    next_form(planner, old).send()

    plan = made_of(old)
    assert (plan.state, plan.slug) == ("draft", "mihon-4")
    assert (plan.period_start_fy, plan.period_end_fy) == (2027, 2032)
    figure, words = Target.objects.filter(plan=plan).order_by("code")
    assert (figure.code, figure.name, figure.goal_unit) == ("t", "参加者", "人／年")
    assert figure.initiative == Initiative.objects.get(plan=plan, code="1-1-1")
    assert (figure.goal_state, figure.goal_value) == ("undecided", None)
    assert (figure.baseline_value, figure.goal_fiscal_year) == (None, None)
    assert (words.name, words.goal_text) == ("だれも孤立しない", "")
    assert not figure.observations.exists()
    assert SurveyIndicator.objects.get(plan=plan).baseline_value is None
    assert Activity.objects.get(plan=plan).text == "講座"
    assert GlossaryTerm.objects.get(plan=plan).term == "地域福祉"
    assert not SourceNote.objects.filter(plan=plan).exists()
    assert plan.basicpolicy_set.get().source_heading == ""
    entry = figure.history.get()
    assert entry.history_user.last_name == "佐藤"
    assert "から写しました" in entry.history_change_reason


def test_the_old_plan_is_as_it_was(planner, old):
    before = list(Target.objects.filter(plan=old).values())

    next_form(planner, old).send()

    assert list(Target.objects.filter(plan=old).values()) == before
    assert Target.objects.get(plan=old, code="t").observations.count() == 1


@pytest.mark.parametrize(
    ("take", "counts"),
    [
        ([], (0, 0, 0, 0, 0)),
        (["initiatives"], (1, 0, 0, 0, 0)),
        (["initiatives", "targets"], (1, 0, 2, 0, 0)),
        (["targets"], (0, 0, 0, 0, 0)),
        (["surveys", "glossary"], (0, 0, 0, 1, 1)),
    ],
    ids=["nothing", "initiatives", "targets", "targets-alone", "others"],
)
def test_only_what_is_ticked_is_taken(planner, old, take, counts):
    next_form(planner, old, take=take).send()

    models = (Initiative, Activity, Target, SurveyIndicator, GlossaryTerm)
    found = tuple(model.objects.filter(plan=made_of(old)).count() for model in models)
    assert found == counts


def test_a_department_that_was_taken_over_passes_its_work_on(planner, old):
    heir = a_department(name="地域共生課")
    gone = a_department(heir.publisher, successor=heir, valid_to_fy=2025)
    Initiative.objects.filter(plan=old).update(department=gone)

    next_form(planner, old).send()

    assert Initiative.objects.get(plan=made_of(old)).department == heir
    assert Department.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": ""}, "名称を入力してください"),
        ({"slug": "第4期"}, "半角の英数字"),
        ({"slug": "mihon-3"}, "別の計画で使われています"),
        ({"period_start_fy": "R8"}, "前の期は令和8年度まで"),
        ({"period_end_fy": "R8"}, "最初の年度以後"),
        ({"period_end_fy": "14年度"}, "元号がありません"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(planner, old, typed, said):
    form = next_form(planner, old, **typed)

    screen, again = form.send(), form.send_and_stay()

    assert said in screen.mistakes[0]
    for name, value in {**TYPED, **typed}.items():
        assert again.values[name] == value
    assert not Plan.objects.filter(predecessor=old).exists()


def change_state(client, plan, wanted):
    return SentForm(client, reverse("plan-state", args=[plan.slug]), wanted).send()


def test_both_plans_name_each_other_once_the_new_one_is_public(planner, client, old):
    next_form(planner, old).send()
    new = made_of(old)
    assert new.title not in Screen(client.get(old.get_absolute_url())).text

    change_state(planner, new, "published")

    of_old = Screen(client.get(old.get_absolute_url())).text
    of_new = Screen(client.get(new.get_absolute_url())).text
    assert f"次の期の計画{new.title}" in of_old
    assert f"前の期の計画{old.title}" in of_new


@pytest.mark.parametrize("end", [2026, None], ids=["before-its-end", "unknown-end"])
def test_a_retired_plan_keeps_its_pages_and_expects_nothing(
    planner, client, old, end, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *a: date(2026, 11, 1))
    Plan.objects.filter(pk=old.pk).update(period_end_fy=end)
    target = Target.objects.get(plan=old, code="t")
    running = Screen(client.get(target.get_absolute_url())).text

    change_state(planner, old, "archived")

    pages = [
        old.get_absolute_url(),
        target.get_absolute_url(),
        reverse("plan-dashboard", args=[old.slug]),
        reverse("initiative-detail", args=[old.slug, "1-1-1"]),
        reverse("survey-detail", args=[old.slug, "s"]),
        reverse("report-list", args=[old.slug]),
    ]
    for page in pages:
        text = Screen(client.get(page)).text
        assert "未報告" not in text, page
        assert "報告時期前" not in text, page
    assert "未報告" in running
    assert "終了しました" in Screen(client.get(old.get_absolute_url())).text


def test_a_plan_that_changed_since_is_not_published_unseen(planner, old):
    Plan.objects.filter(pk=old.pk).update(state="draft")
    form = SentForm(planner, reverse("plan-state", args=[old.slug]), "published")
    Plan.objects.filter(pk=old.pk).update(title="別の名称")

    screen = form.send()

    old.refresh_from_db()
    assert (screen.status, old.state) == (409, "draft")
    assert "別の名称" in screen.text


def test_the_list_costs_the_same_for_any_number_of_plans(planner, old):
    before = queries_of(planner, reverse("plan-work"))
    for _ in range(5):
        a_plan(predecessor=old)

    assert queries_of(planner, reverse("plan-work")) == before <= 6
    assert queries_of(planner, reverse("plan-next-term", args=[old.slug])) <= 6
    assert queries_of(planner, reverse("plan-state", args=[old.slug])) <= 6
