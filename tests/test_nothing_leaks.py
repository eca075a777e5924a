"""What staff have not published reaches nobody who is not logged in."""

import pytest
from django.test import Client

from indicators.models import Evidence
from initiatives.models import AnswerState
from tests import factories, staff_records, value_records
from tests.crawler import crawl
from tests.indicators.published import publish_value
from tests.plans.records import a_note, a_publisher, a_section

pytestmark = pytest.mark.django_db

CANARY = "カナリア"
SEEN = "公開のことば"
UNPUBLISHED = [state for state in AnswerState if state != AnswerState.PUBLISHED]


@pytest.fixture
def plan():
    publisher = a_publisher()
    return factories.a_plan(
        publisher=publisher, period_start_fy=2024, period_end_fy=2030
    )


def unpublished_answers(plan):
    """A value and a review in each state before publication, with words in all."""
    policy = factories.a_policy(plan)
    for state in UNPUBLISHED:
        initiative = factories.an_initiative(factories.a_measure(policy))
        value_records.an_observation(
            target=factories.a_target(initiative),
            fiscal_year=2024,
            value="98765432",
            state=state,
            note=f"{CANARY}備考{state}",
            reason=f"{CANARY}理由{state}",
            remark=f"{CANARY}差戻し{state}",
        )
        value_records.a_review(
            initiative=initiative,
            fiscal_year=2024,
            state=state,
            comment=f"{CANARY}評価{state}",
            remark=f"{CANARY}評価の差戻し{state}",
        )


def changed_since_publication(plan):
    """A value that is public, and what staff have typed over it since."""
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )
    value = publish_value(target, 2024, "940", note=SEEN)
    value.note = value.reason = value.correction_reason = f"{CANARY}訂正"
    value.value, value.remark = "98765432", f"{CANARY}訂正の差戻し"
    value.state = AnswerState.RETURNED
    value.save()


def what_was_asked(plan):
    """A round with its message, evidence and the person who answers."""
    person = staff_records.a_person(
        "担当課", last_name=f"{CANARY}氏名", email="canary@example.jp"
    )
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )
    round_ = staff_records.a_round(plan.publisher, message=f"{CANARY}お知らせ")
    item = staff_records.an_item(round_, target=target, person=person)
    Evidence.objects.create(
        item=item,
        link="https://example.jp/canary",
        name=f"{CANARY}根拠",
        added_by=person,
    )
    value_records.an_observation(target=target, fiscal_year=2024, entered_by=person)


def drafts(plan):
    """An opinion, a survey and a whole plan that are not public."""
    policy = factories.a_policy(plan)
    value_records.an_opinion(policy=policy, text=f"{CANARY}意見", state="draft")
    indicator = factories.a_survey_indicator(policy)
    wave = value_records.a_wave(plan=plan, fiscal_year=2024, method=f"{CANARY}調査")
    value_records.a_result(indicator=indicator, wave=wave, percent="76.54")
    draft = factories.a_plan(
        publisher=plan.publisher, state="draft", title=f"{CANARY}計画"
    )
    factories.a_policy(draft, title=f"{CANARY}方針")
    a_section(draft, heading=f"{CANARY}節")
    a_note(draft, reason=f"{CANARY}原典")


def test_no_public_page_shows_what_is_not_published(plan):
    for make in (
        unpublished_answers,
        changed_since_publication,
        what_was_asked,
        drafts,
    ):
        make(plan)

    pages = crawl(Client())

    texts = {address: str(soup) for address, (_, soup) in pages.items()}
    leaks = {
        address: word
        for address, text in texts.items()
        for word in (CANARY, "canary", "98765432", "98,765,432")
        if word in text
    }
    assert any(SEEN in text for text in texts.values())
    assert len(texts) > 200
    assert leaks == {}


def test_nobody_who_is_logged_in_sees_it_on_a_public_page_either(plan):
    drafts(plan)
    client = Client()
    client.force_login(staff_records.a_person("計画担当", is_staff=True))
    address = plan.get_absolute_url()

    pages = {address: client.get(address), "/": client.get("/")}

    assert all(CANARY not in page.content.decode() for page in pages.values())
