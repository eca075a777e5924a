"""What leaves the site says of a target what its pages say: files, API, embeds."""

import json

import pytest
from django.db import transaction

from plans.models import Plan
from tests.indicators.published import stop_the_clock
from tests.test_statuses_agree import YEAR, judged_targets, page_of, words
from tests.welfare_plan.api.answers import answer, walk
from tests.welfare_plan.open_data.files import fetched
from welfare_plan.samples import load_samples

pytestmark = pytest.mark.django_db
PLANS = pytest.mark.parametrize(
    "slug",
    ["kashiwa-chiiki-fukushi", "mihon-shi-chiiki-fukushi"],
    ids=["real", "invented"],
)


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_samples()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def expected(slug, samples, monkeypatch):
    """By code, what every page says (tests/test_statuses_agree.py)."""
    stop_the_clock(monkeypatch)
    found = judged_targets(Plan.objects.get(slug=slug), YEAR)
    assert len(found) >= 14
    return found


@PLANS
def test_the_api_says_the_same_in_the_list_and_alone(slug, expected):
    """The year of the plan's pages unasked, and the same year asked for."""
    said = {code: (each.label.word, each.sentence) for code, each in expected.items()}

    def in_words(records):
        return {
            each["target_code"]: (
                each["judgement"]["auto_status_label"],
                each["judgement"]["sentence"],
            )
            for each in records
        }

    assert in_words(walk(f"targets?plan_id={slug}&limit=200")) == said
    assert in_words(walk(f"targets?plan_id={slug}&fiscal_year={YEAR}&limit=9")) == said
    assert in_words(answer(f"targets/{slug}/{code}") for code in said) == said


@PLANS
def test_files_and_the_list_of_values_say_the_same_of_what_is_published(slug, expected):
    said = {
        code: (each.status.value, each.sentence)
        for code, each in expected.items()
        if each.is_published
    }

    def of_the_year(records):
        return {
            each["target_id"].partition("/")[2]: (each["auto_status"], each["sentence"])
            for each in records
            if each["fiscal_year"] == YEAR
        }

    plan = Plan.objects.get(slug=slug)
    assert said
    assert of_the_year(json.loads(fetched("observations.json", plan))) == said
    assert of_the_year(walk(f"observations?plan_id={slug}&limit=200")) == said


@PLANS
def test_frames_and_drawings_say_the_same(slug, expected, client):
    for code, each in expected.items():
        place = f"/embed/targets/{slug}/{code}"
        frame, drawing = page_of(client, f"{place}/"), page_of(client, f"{place}.svg")

        assert words(frame.select_one(".st")) == each.label.word
        assert each.sentence in [line.get_text() for line in frame.select("p")]
        drawn = "".join(line.get_text() for line in drawing.select("text"))
        for text in (each.label.word, each.sentence):
            assert "".join(text.split()) in "".join(drawn.split())
            assert text.rstrip("。") in drawing.find("desc").get_text()
