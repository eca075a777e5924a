"""A newer file no longer holds a record."""

import pytest

from initiatives.models import Activity, CocreationAction, Initiative
from plans.models import BasicPolicy, GlossaryTerm, LoadedRecord, Measure, Plan
from tests.factories import a_measure, a_plan, a_policy
from tests.plan_files.small_file import SMALL, changed, without

pytestmark = pytest.mark.django_db

TARGET_AND_ITS_NOTE = ("name: 見守りの人数", "reason: 単位")
BELOW_MEASURE = ("quotation:", "feeling_change:", "text: 声かけ", *TARGET_AND_ITS_NOTE)


def without_all(*words, text=SMALL):
    for word in words:
        text = without(word, text)
    return text


def in_plan(model):
    return model.objects.filter(plan__slug="mihon-plan")


def test_unedited_and_unused_record_is_removed(load):
    load()

    report = load(without("term: 共助"))

    assert (report.removed, report.left_alone) == (1, [])
    assert not in_plan(GlossaryTerm).exists()


def test_removed_record_that_comes_back_is_made_again(load):
    load()
    load(without("term: 共助"))

    report = load()

    assert (report.created, report.left_alone) == (1, [])
    assert in_plan(GlossaryTerm).exists()


def test_edited_record_is_left_and_listed(load):
    load()
    in_plan(GlossaryTerm).update(term="互助")

    report = load(without("term: 共助"))

    (line,) = report.left_alone
    assert "互助" in line
    assert report.removed == 0
    assert in_plan(GlossaryTerm).get().term == "互助"


def test_record_deleted_by_staff_is_forgotten(load):
    load()
    in_plan(GlossaryTerm).delete()

    report = load(without("term: 共助"))

    assert (report.removed, report.left_alone) == (0, [])
    assert not LoadedRecord.objects.filter(natural_key="mihon-plan kyojo").exists()


def test_whole_branch_is_removed_from_the_leaves(load):
    load()

    report = load(without_all(*BELOW_MEASURE, "title: 見守り活動", "title: 見守る"))

    assert (report.removed, report.left_alone) == (7, [])
    assert not in_plan(Measure).exists()


def test_whole_plan_can_go(load):
    load()

    report = load("[]")

    assert (report.removed, report.left_alone) == (15, [])
    assert not Plan.objects.filter(slug="mihon-plan").exists()


def test_record_with_something_of_staff_below_it_is_left_and_listed(load):
    load()
    initiative = in_plan(Initiative).get()
    in_plan(Activity).create(
        plan=initiative.plan, initiative=initiative, code="staff", text="職員の行"
    )

    gone = ("title: 見守り活動", "text: 声かけ", *TARGET_AND_ITS_NOTE)
    report = load(without_all(*gone))

    (line,) = report.left_alone
    assert "見守り活動" in line
    assert [row.code for row in in_plan(Activity)] == ["staff"]


def test_branch_that_was_hung_elsewhere_by_a_newer_file_is_removed_at_once(load):
    second = "\n- model: plans.basicpolicy\n  fields:\n    plan: [mihon-plan]\n"
    second += "    code: '2'\n    title: つなぐ\n"
    moved = changed("\n- model: plans.measure", f"{second}\n- model: plans.measure")
    moved = changed("'1']\n    title", "'2']\n    title", moved)
    load()
    load(moved)

    gone = (*BELOW_MEASURE, "title: 見守り活動", "title: 見守る", "title: つなぐ")
    report = load(without_all(*gone, text=moved))

    assert (report.removed, report.left_alone) == (8, [])
    assert [row.code for row in in_plan(BasicPolicy)] == ["1"]


def test_record_under_a_new_code_in_the_file_takes_the_place_of_the_old_one(load):
    load()

    report = load(changed("code: a-1", "code: a-2"))

    assert (report.created, report.removed) == (1, 1)
    assert [row.code for row in in_plan(CocreationAction)] == ["a-2"]


def test_records_of_other_plans_are_never_touched(load):
    mine = a_measure(a_policy(a_plan(title="職員の計画")))
    load()

    load("[]")

    assert Measure.objects.filter(pk=mine.pk).exists()
    assert Plan.objects.filter(slug="kashiwa-chiiki-fukushi").exists()
