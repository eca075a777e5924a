"""What `make demo` adds: every status, marked as invented, and no real field changed.

The samples are loaded once for all tests here and rolled back at the end.
"""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from indicators.following import follow, settings_of
from indicators.judgement_labels import LABELS
from indicators.models import (
    CouncilReport,
    GoalRevision,
    JudgementSettings,
    Milestone,
    Observation,
    PublishedValue,
    SurveyIndicator,
    SurveyWave,
    Target,
)
from indicators.progress_values import Status
from initiatives.models import (
    Activity,
    CocreationAction,
    CommitteeOpinion,
    Initiative,
    Review,
    Voice,
)
from plans.models import (
    BasicPolicy,
    GlossaryTerm,
    Measure,
    PageRevision,
    Plan,
    Section,
    SourceDocument,
    SourceNote,
)
from tests.crawler import crawl
from welfare_plan.samples import SAMPLE_PLAN, load_samples

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
REAL = (
    Plan,
    SourceDocument,
    Section,
    GlossaryTerm,
    BasicPolicy,
    Measure,
    SourceNote,
    Initiative,
    Activity,
    CocreationAction,
    Voice,
    Target,
    SurveyIndicator,
)
MARKED = (Observation, Review, CommitteeOpinion, SurveyWave)


def everything_real():
    return {(model, row["id"]): row for model in REAL for row in model.objects.values()}


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """The real records as they were; the samples are there while the module runs."""
    with django_db_blocker.unblock(), transaction.atomic():
        rows = everything_real()
        load_samples()
        yield rows
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def pages(before):
    address = f"/plans/{SAMPLE_PLAN}/reports/R7/"
    return {**crawl(Client()), **crawl(Client(), address)}


def statuses_of(plan, years):
    targets = follow(Target.objects.filter(plan=plan))
    settings = settings_of(plan)
    return Counter(
        each.judged(year, TODAY, settings).status for each in targets for year in years
    )


def test_every_status_appears_somewhere(before):
    found = Counter()
    for plan in Plan.objects.public():
        found += statuses_of(plan, range(2023, 2027))

    assert set(found) == set(Status)


def test_the_invented_plan_has_what_real_plans_cannot_have(before):
    found = statuses_of(Plan.objects.get(slug=SAMPLE_PLAN), [2025])

    assert set(found) >= {
        Status.MAINTAINED,
        Status.NOT_MAINTAINED,
        Status.ACHIEVED,
        Status.NOT_ACHIEVED,
        Status.DISCONTINUED,
        Status.NOT_COMPARABLE,
        Status.NOT_ASSESSABLE,
        Status.COLLECTING,
        Status.REGRESSED,
        Status.BASELINE_YEAR,
        Status.NOT_REPORTED,
        Status.GOAL_STATEMENT,
    }


@pytest.mark.long
def test_visitors_meet_every_word_of_a_judgement(pages):
    chips = " ".join(
        chip.get_text("", strip=True)
        for address, (_, soup) in pages.items()
        if not address.startswith("/how-we-judge/")
        for chip in soup.select(".st")
    )

    # A year that is not over is met in the running year alone.
    expected = {label.word for label in LABELS.values()} - {"報告時期前"}
    assert {word for word in expected if word.split("（")[0] not in chips} == set()


def test_no_field_of_a_real_record_is_changed(before):
    after = everything_real()

    assert {key: after.get(key) for key in before} == before


def test_goals_of_real_plans_have_no_sample_milestones_or_revisions(before):
    for model in (Milestone, GoalRevision):
        assert set(model.objects.values_list("target__plan__slug", flat=True)) == {
            SAMPLE_PLAN
        }
    assert not JudgementSettings.objects.exists()


def test_every_row_is_marked_as_a_sample(before):
    for model in MARKED:
        assert model.objects.count() > 0
        assert not model.objects.filter(is_sample=False).exists()
    invented = PublishedValue.objects.exclude(observation__is_sample=True)
    assert not invented.exists()


def test_every_sentence_of_a_sample_says_so(before):
    texts = [
        text
        for model, field in (
            (Observation, "reason"),
            (Observation, "note"),
            (Review, "comment"),
            (CommitteeOpinion, "text"),
        )
        for text in model.objects.exclude(**{field: ""}).values_list(field, flat=True)
    ]

    assert len(texts) > 30
    assert [text for text in texts if not text.startswith("（サンプル）")] == []


def test_the_banner_stands_on_every_page(pages):
    feeds = {address for address in pages if address.endswith("feed.atom")}
    bare = [
        address
        for address in pages.keys() - feeds
        if not pages[address][1].select_one("aside.sample")
    ]

    assert len(pages) > 200
    assert bare == []


def test_every_line_of_a_feed_says_that_it_is_a_sample(pages):
    titles = [
        title.text
        for address, (_, soup) in pages.items()
        if address.endswith("feed.atom")
        for title in soup.select("feed > title, entry > title")
    ]

    assert len(titles) > 20
    assert [text for text in titles if not text.startswith("（サンプル値）")] == []


def test_every_page_opens_with_samples_too(pages):
    assert [address for address, (status, _) in pages.items() if status != 200] == []


def test_the_packs_are_frozen_as_samples_with_a_later_correction(before):
    page = Client().get("/plans/kashiwa-chiiki-fukushi/reports/R7/").content.decode()

    assert all(report.content["is_sample"] for report in CouncilReport.objects.all())
    assert "公表後の訂正（1件）" in page


def test_loading_again_changes_nothing(before):
    revisions = dict(PageRevision.objects.values_list("scope", "rev"))
    published = PublishedValue.objects.count()

    assert load_samples() == 0
    assert dict(PageRevision.objects.values_list("scope", "rev")) == revisions
    assert PublishedValue.objects.count() == published
