"""A record in every state that is not public, with words that must appear nowhere.

    canary.plant(plan)
    assert canary.found_in(text) == []

Whatever the site gives away (pages, feeds, downloads, answers of the API, static files)
is searched with it.
"""

from indicators.models import Evidence
from initiatives.models import AnswerState
from plans.models import Plan
from tests import factories, staff_records, value_records
from tests.indicators.published import publish_value
from tests.initiatives.records import a_voice, an_action, an_activity
from tests.plans.records import a_note, a_publisher, a_section, a_term, a_window

WORD = "カナリア"
NUMBER = "98765432"
# Said in public beside all that is not: who finds it has looked in the right place.
SEEN = "公開のことば"
UNPUBLISHED = [state for state in AnswerState if state != AnswerState.PUBLISHED]
_SIGNS = (WORD, "canary", NUMBER, "98,765,432")


def found_in(text: str) -> list[str]:
    """The signs of an unpublished record that a text holds."""
    return [sign for sign in _SIGNS if sign in text]


def a_public_plan() -> Plan:
    return factories.a_plan(
        publisher=a_publisher(), period_start_fy=2024, period_end_fy=2030
    )


def plant(plan: Plan) -> None:
    """Everything that staff may hold of a public plan, and of plans beside it."""
    for make in (
        unpublished_answers,
        changed_since_publication,
        withheld_since_publication,
        words_of_a_year_that_is_not_over,
        what_was_asked,
        drafts,
        a_draft_plan,
        linked_drafts,
    ):
        make(plan)


def _a_target(plan, **values):
    measure = factories.a_measure(factories.a_policy(plan))
    return factories.a_target(factories.an_initiative(measure), **values)


def unpublished_answers(plan):
    """A value and a review in each state before publication, with words in all."""
    policy = factories.a_policy(plan)
    for state in UNPUBLISHED:
        initiative = factories.an_initiative(factories.a_measure(policy))
        value_records.an_observation(
            target=factories.a_target(initiative),
            fiscal_year=2024,
            value=NUMBER,
            state=state,
            raw=f"{WORD}入力{state}",
            note=f"{WORD}備考{state}",
            reason=f"{WORD}理由{state}",
            remark=f"{WORD}差戻し{state}",
        )
        value_records.a_review(
            initiative=initiative,
            fiscal_year=2024,
            state=state,
            comment=f"{WORD}評価{state}",
            remark=f"{WORD}評価の差戻し{state}",
        )


def changed_since_publication(plan):
    """A value that is public, and what staff have typed over it since."""
    value = publish_value(_a_target(plan), 2024, "940", note=SEEN)
    value.note = value.reason = value.correction_reason = f"{WORD}訂正"
    value.raw, value.value, value.remark = WORD, NUMBER, f"{WORD}訂正の差戻し"
    value.state = AnswerState.RETURNED
    value.save()


def withheld_since_publication(plan):
    """A number that was public until it was found to point at a person."""
    target = _a_target(plan, baseline_value=None, baseline_unit="")
    publish_value(target, 2024, NUMBER, note=f"{WORD}消した注記")
    publish_value(
        target,
        2024,
        value_state="suppressed",
        note="",
        correction_reason="個人が分かるおそれがあるため",
    )


def words_of_a_year_that_is_not_over(plan):
    """Published early: shown once the year is over."""
    initiative = factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    early = {"fiscal_year": 2199, "state": "published"}
    value_records.a_review(initiative=initiative, comment=f"{WORD}早い評価", **early)
    value_records.an_opinion(
        policy=initiative.measure.policy, text=f"{WORD}早い意見", **early
    )


def what_was_asked(plan):
    """A round with its message, evidence and the people who answer and publish."""
    person = staff_records.a_person(
        "担当課",
        username="canary-person",
        last_name=f"{WORD}氏名",
        email="canary@example.jp",
    )
    target = _a_target(plan)
    round_ = staff_records.a_round(plan.publisher, message=f"{WORD}お知らせ")
    item = staff_records.an_item(round_, target=target, person=person)
    Evidence.objects.create(
        item=item,
        link="https://example.jp/canary",
        name=f"{WORD}根拠",
        added_by=person,
    )
    people = {"entered_by": person, "submitted_by": person, "approved_by": person}
    value = publish_value(target, 2024, "940", note=SEEN)
    type(value).objects.filter(pk=value.pk).update(**people)
    value.publications.update(approved_by=person, published_by=person)


def drafts(plan):
    """An opinion and a survey that are not public."""
    policy = factories.a_policy(plan)
    value_records.an_opinion(policy=policy, text=f"{WORD}意見", state="draft")
    indicator = factories.a_survey_indicator(policy)
    wave = value_records.a_wave(plan=plan, fiscal_year=2023, method=f"{WORD}調査")
    value_records.a_result(indicator=indicator, wave=wave, percent="76.54")


def a_draft_plan(plan):
    """A plan that is not public, with all that a public one has, and its own body."""
    body = a_publisher(slug="canary-city", name=f"{WORD}市")
    draft = factories.a_plan(
        slug="canary-draft",
        publisher=body,
        state="draft",
        title=f"{WORD}計画",
        parent=plan,
    )
    policy = factories.a_policy(draft, title=f"{WORD}方針", themes="disaster")
    measure = factories.a_measure(policy, title=f"{WORD}施策")
    department = staff_records.a_department(plan.publisher, name=f"{WORD}課")
    initiative = factories.an_initiative(
        measure, title=f"{WORD}取組", department=department
    )
    an_activity(initiative, text=f"{WORD}活動")
    an_action(measure, behaviour_change=f"{WORD}行動")
    a_voice(measure, quotation=f"{WORD}声")
    a_window(draft, name=f"{WORD}窓口")
    a_section(draft, heading=f"{WORD}節")
    a_term(draft, term=f"{WORD}用語")
    a_note(draft, reason=f"{WORD}原典")
    _values_of_a_draft(policy, initiative)


def _values_of_a_draft(policy, initiative):
    target = factories.a_target(initiative, name=f"{WORD}目標")
    value_records.a_milestone(target=target, value=NUMBER)
    value_records.a_revision(target=target, reason=f"{WORD}見直し")
    publish_value(target, 2024, NUMBER)
    public = {"fiscal_year": 2024, "state": "published"}
    value_records.a_review(initiative=initiative, comment=f"{WORD}評価", **public)
    value_records.an_opinion(policy=policy, text=f"{WORD}意見", **public)
    indicator = factories.a_survey_indicator(policy, question=f"{WORD}問い")
    wave = value_records.a_wave(plan=policy.plan, method=f"{WORD}調査", **public)
    value_records.a_result(indicator=indicator, wave=wave)


def linked_drafts(plan):
    """Drafts that a public plan names, and a department that is still to come."""
    for relation in ("parent", "predecessor"):
        draft = factories.a_plan(
            slug=f"canary-{relation}", state="draft", title=f"{WORD}{relation}"
        )
        setattr(plan, relation, draft)
    plan.save()
    to_come = staff_records.a_department(plan.publisher, name=f"{WORD}新課")
    department = staff_records.a_department(plan.publisher, successor=to_come)
    initiative = factories.an_initiative(
        factories.a_measure(factories.a_policy(plan)), department=department
    )
    factories.a_target(initiative)
