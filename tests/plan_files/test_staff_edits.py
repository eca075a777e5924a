"""What staff have changed on the site stays as they left it."""

import pytest

from plans.models import GlossaryTerm, Measure, Plan
from tests.plan_files.database_state import database_state
from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db


def test_edited_record_is_left_and_listed_when_the_file_changes_it(load):
    load()
    Measure.objects.filter(plan__slug="mihon-plan").update(title="職員の言葉")

    report = load(changed("title: 見守る", "title: 見守り合う"))

    assert report.left_alone == [
        "基本施策 mihon-plan 1-1（このサイトで編集されています）"
    ]
    assert report.updated == 0
    assert Measure.objects.get(plan__slug="mihon-plan").title == "職員の言葉"


def test_edited_record_is_not_listed_while_the_file_says_nothing_new(load):
    load()
    Measure.objects.filter(plan__slug="mihon-plan").update(title="職員の言葉")
    before = database_state()

    report = load()

    assert report.left_alone == []
    assert database_state() == before


def test_edit_that_the_newer_file_makes_too_is_an_edit_no_longer(load):
    load()
    Measure.objects.filter(plan__slug="mihon-plan").update(title="同じ言葉")
    load(changed("title: 見守る", "title: 同じ言葉"))

    report = load(changed("title: 見守る", "title: 三つ目の言葉"))

    assert (report.updated, report.left_alone) == (1, [])
    assert Measure.objects.get(plan__slug="mihon-plan").title == "三つ目の言葉"


def test_record_edited_back_to_what_was_loaded_follows_the_file_again(load):
    load()
    terms = GlossaryTerm.objects.filter(plan__slug="mihon-plan")
    terms.update(term="互助")
    terms.update(term="共助")

    report = load(changed("term: 共助", "term: 自助"))

    assert (report.updated, report.left_alone) == (1, [])


def test_record_that_staff_made_first_is_left_and_listed(load):
    load(changed("code: kyojo", "code: other"))
    plan = Plan.objects.get(slug="mihon-plan")
    GlossaryTerm.objects.create(plan=plan, code="kyojo", term="職員の用語")

    report = load()

    assert report.left_alone == [
        "用語 mihon-plan kyojo（このサイトで編集されています）"
    ]
    assert GlossaryTerm.objects.get(plan=plan, code="kyojo").term == "職員の用語"


def test_deleted_record_stays_deleted_and_is_listed(load):
    load()
    GlossaryTerm.objects.filter(plan__slug="mihon-plan").delete()

    report = load(changed("term: 共助", "term: 互助"))

    assert report.left_alone == [
        "用語 mihon-plan kyojo（このサイトで削除されています）"
    ]
    assert not GlossaryTerm.objects.filter(plan__slug="mihon-plan").exists()


def test_records_below_a_deleted_record_are_not_made_again(load):
    load()
    plan = Plan.objects.get(slug="mihon-plan")
    plan.activity_set.all().delete()
    plan.target_set.all().delete()
    plan.initiative_set.all().delete()

    report = load(changed("code: 1-1-1-1\n", "code: 1-1-1-2\n"))

    assert len(report.left_alone) == 3
    assert not plan.activity_set.exists()
    assert not plan.initiative_set.exists()
