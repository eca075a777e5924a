"""A file is a new one after every edit of what it shows, and after no other."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from plans.publishing import publishing
from tests import factories, value_records
from tests.indicators.published import publish_value
from tests.initiatives.records import a_department
from tests.plans.records import a_publisher
from tests.welfare_plan.open_data.files import address, fetched, records
from welfare_plan.open_data import release

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return factories.a_plan(slug="mihon", publisher=a_publisher())


def tag(plan=None, name="observations.csv"):
    return Client().head(address(name, plan))["ETag"]


def save(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    with publishing(*record.publishing_scopes()):
        record.save()


def edit_a_text(plan):
    save(factories.a_policy(plan), title="新しい題")


def edit_the_site(plan):
    save(a_department(plan.publisher), name="新しい課")


def publish_a_value(plan):
    measure = factories.a_measure(factories.a_policy(plan))
    publish_value(factories.a_target(factories.an_initiative(measure)), 2025, "940")


def publish_a_wave(plan):
    save(value_records.a_wave(plan=plan), state="published")


def publish_a_review(plan):
    measure = factories.a_measure(factories.a_policy(plan))
    review = value_records.a_review(initiative=factories.an_initiative(measure))
    save(review, state="published")


def publish_an_opinion(plan):
    save(value_records.an_opinion(policy=factories.a_policy(plan)), state="published")


def end_the_plan(plan):
    save(plan, state="archived")


EDITS = [
    edit_a_text,
    edit_the_site,
    publish_a_value,
    publish_a_wave,
    publish_a_review,
    publish_an_opinion,
    end_the_plan,
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_of_the_plan_makes_new_files(plan, edit):
    before = tag(plan), tag()

    edit(plan)

    after = tag(plan), tag()
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_an_edit_of_another_plan_leaves_those_of_the_plan_alone(plan):
    before = tag(plan), tag()

    edit_a_text(factories.a_plan())

    after = tag(plan), tag()
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_the_file_shows_the_edit_at_once(plan):
    policy = factories.a_policy(plan, title="前の題")
    save(policy)
    before = records("policies", plan)

    save(policy, title="後の題")

    after = records("policies", plan)
    assert [row["title"] for row in before] == ["前の題"]
    assert [row["title"] for row in after] == ["後の題"]


def test_a_plan_that_it_names_makes_new_files_when_it_becomes_public(plan):
    parent = factories.a_plan(slug="oya", state="draft")
    save(plan, parent=parent)
    before = tag(plan), records("plans", plan)[0]["parent_plan_id"]

    save(parent, state="published")

    after = tag(plan), records("plans", plan)[0]["parent_plan_id"]
    assert before[0] != after[0]
    assert (before[1], after[1]) == (None, "oya")


def test_a_year_that_ends_brings_out_what_was_said_of_it(plan, monkeypatch):
    measure = factories.a_measure(factories.a_policy(plan))
    value_records.a_review(
        initiative=factories.an_initiative(measure), fiscal_year=2026, state="published"
    )
    before = tag(plan), len(records("reviews", plan))

    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2027, 4, 1))

    after = tag(plan), len(records("reviews", plan))
    assert before[0] != after[0]
    assert (before[1], after[1]) == (0, 1)


def test_who_asks_by_the_day_is_told_of_it_on_the_first_of_april(plan, monkeypatch):
    measure = factories.a_measure(factories.a_policy(plan))
    review = value_records.a_review(
        initiative=factories.an_initiative(measure), fiscal_year=2026, state="published"
    )
    save(review)
    client, where = Client(), address("reviews.csv", plan)
    had = client.head(where)["Last-Modified"]
    asked = {"headers": {"if-modified-since": had}}
    before = client.get(where, **asked).status_code

    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2027, 4, 1))

    after = client.get(where, **asked)
    after.close()
    assert (before, after.status_code) == (304, 200)
    assert after["Last-Modified"] == "Wed, 31 Mar 2027 15:00:00 GMT"


def test_another_release_writes_files_of_its_own(plan, monkeypatch, settings):
    before = tag(plan)
    fetched("plans.csv", plan)

    monkeypatch.setattr(release, "release", lambda: "later")

    assert tag(plan) != before
    assert fetched("plans.csv", plan)
    assert len(list(settings.OPEN_DATA_DIR.iterdir())) == 2


def test_the_last_edition_and_the_one_before_are_kept(plan, settings):
    for number in range(4):
        save(plan, area_name=f"見本市{number}")
        fetched("plans.csv", plan)

    (folder,) = settings.OPEN_DATA_DIR.glob("*/plan-mihon")
    names = {path.read_text("utf-8-sig")[-2000:] for path in folder.rglob("*.csv")}
    assert len(names) == 2
    assert any("見本市3" in text for text in names)
    assert any("見本市2" in text for text in names)
    assert [path for path in folder.iterdir() if path.is_file()] == []
