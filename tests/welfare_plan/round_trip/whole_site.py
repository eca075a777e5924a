"""A site with everything that an export must carry, and people it must not.

Whatever is a person's says CANARY; what staff have open says OPEN.
"""

from datetime import date, timedelta
from decimal import Decimal
from unittest import mock

from django.contrib.auth.models import Group, User
from django.utils import timezone

from indicators.models import Evidence, JudgementSettings, Reminder, SheetImport
from initiatives.models import AnswerState, Membership
from plans.history_reasons import reason_of_import, withheld
from plans.models import Measure, Reading, SiteTerm, SourceNote
from plans.search.index import rebuild
from tests import factories, staff_records, value_records
from tests.indicators.published import publish_value
from tests.plans.records import a_plan_import, a_section
from welfare_plan.samples import load_samples

CANARY, OPEN = "カナリア", "途中のことば"
MAIL, LOGIN = "canary@example.jp", "canary-login"
SLUG = "whole-city-2"
CHANGED_TERM, REMOVED_TERM = "frail", "jiso"


def build() -> None:
    """On top of the seven plans and their readings."""
    load_samples()
    person = _a_person()
    department = _a_department(person)
    old = factories.a_plan(
        slug="whole-city-1",
        state="archived",
        publisher=department.publisher,
        period_start_fy=2018,
        period_end_fy=2023,
    )
    plan = factories.a_plan(
        slug=SLUG,
        publisher=department.publisher,
        predecessor=old,
        period_start_fy=2024,
        period_end_fy=2030,
    )
    initiative = factories.an_initiative(
        factories.a_measure(factories.a_policy(plan)), department=department
    )
    _published(initiative, person)
    _open_round(initiative, person)
    _drafts(plan)
    # Residents are told of changes a while after a plan has come.
    later = timezone.now() + timedelta(hours=2)
    with mock.patch.object(timezone, "now", return_value=later):
        _edited_by(person)
        _removed(plan, initiative.measure, person)
    # As `publishing()` would have done with each of these.
    rebuild()


def _a_person():
    person = User.objects.create_user(
        LOGIN, MAIL, f"{CANARY}-password", last_name=f"{CANARY}氏名"
    )
    person.groups.add(Group.objects.get(name="担当課"))
    return person


def _a_department(person):
    publisher = staff_records.a_publisher(slug="whole-city", licence="cc-by-4.0")
    former = staff_records.a_department(publisher, valid_to_fy=2023)
    now = staff_records.a_department(publisher, valid_from_fy=2024)
    former.successor = now
    former.save()
    Membership.objects.create(user=person, department=now)
    return now


def _published(initiative, person):
    """Corrected, withdrawn, judged by a revised goal, and corrected in words."""
    JudgementSettings.objects.create(plan=initiative.plan, k_on=Decimal("0.9"))
    target = factories.a_target(initiative)
    publish_value(target, 2024, "930", entered_by=person)
    publish_value(target, 2024, "940", correction_reason="数え直した")
    value_records.a_milestone(target=target)
    value_records.a_revision(target=target, goal_unit="人／年", effective_from_fy=2025)
    publish_value(target, 2025, "950", provisional=True)
    hidden = factories.a_target(initiative)
    publish_value(hidden, 2024, "94137")
    publish_value(
        hidden, 2024, None, value_state="suppressed", correction_reason="少数のため"
    )
    value_records.a_review(initiative=initiative, state=AnswerState.PUBLISHED)
    policy = initiative.measure.policy
    opinion = value_records.an_opinion(policy=policy, state="published")
    change(opinion, person, "書き誤り", text="とてもよい取組です。")
    wave = value_records.a_wave(plan=policy.plan, fiscal_year=2025, state="published")
    indicator = factories.a_survey_indicator(policy)
    result = value_records.a_result(wave=wave, indicator=indicator)
    change(result, person, "集計の誤り", percent="33.3")


def _open_round(initiative, person):
    """A round with an answer in each state, and all that people leave behind."""
    round_ = staff_records.a_round(
        initiative.plan.publisher, fiscal_year=2025, message=OPEN
    )
    for state in AnswerState.values:
        target = factories.a_target(initiative)
        item = staff_records.an_item(
            round_, target=target, department=initiative.department, person=person
        )
        value_records.an_observation(
            target=target,
            state=state,
            entered_by=person,
            submitted_by=person,
            approved_by=person,
            remark=OPEN if state == AnswerState.RETURNED else "",
        )
    Evidence.objects.create(item=item, link=f"https://{MAIL}/", added_by=person)
    Reminder.objects.create(
        round=round_, address=MAIL, item_count=1, sent_on=date(2026, 5, 1)
    )
    SheetImport.objects.create(
        round=round_, uploaded_by=person, file_name=f"{CANARY}.xlsx", content={}
    )
    a_plan_import(file_name=f"{CANARY}.xlsx")


def _drafts(plan):
    policy = factories.a_policy(plan)
    value_records.an_opinion(policy=policy, text=OPEN)
    value_records.a_wave(plan=plan, fiscal_year=2026, method=OPEN)
    value_records.a_review(policy=policy, state=AnswerState.DRAFT, comment=OPEN)
    draft = factories.a_plan(publisher=plan.publisher, state="draft", title=OPEN)
    factories.a_policy(draft)


def _edited_by(person):
    """What `load_plans` and `load_readings` leave alone, here and on a later site."""
    note = SourceNote.objects.filter(settled=False).first()
    change(note, person, settled=True)
    measure = Measure.objects.filter(plan__slug="kashiwa-chiiki-fukushi").first()
    reason = reason_of_import(f"{CANARY}の表.xlsx", "言葉をそろえた")
    change(measure, person, reason, title=f"{measure.title}（直した）")
    change(Reading.objects.get(word="計画"), person, reading="プラン")
    remove(Reading.objects.get(word="目標"), person)
    change(SiteTerm.objects.get(slug=CHANGED_TERM), person, meaning="職員が直した意味")
    remove(SiteTerm.objects.get(slug=REMOVED_TERM), person)


def _removed(plan, measure, person):
    """A number that is free again, and words that must not stay public."""
    change(measure, person, withheld("名前があった"), title="言い換えた施策")
    remove(a_section(plan, heading="消した節"), person)


def remove(record, person):
    record._history_user = person
    record.delete()


def change(record, person, history_reason="", **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.history_reason, record._history_user = history_reason, person
    record.save()
