"""A plan is written out whole, in reading order, and reads back as it was."""

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.models import Department, Initiative
from plans.models import GlossaryTerm, Plan, Section
from tests.factories import a_plan
from welfare_plan.plan_files.exporting import export_plan
from welfare_plan.plan_files.reading import read_plan_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(load):
    """The plan of the small file."""
    load()
    return Plan.objects.get(slug="mihon-plan")


def labels_and_keys(text, write_file):
    return [(r.label, r.key) for r in read_plan_file(write_file(text, "out.yaml"))]


def test_unknown_slug_ends_with_one_line_that_lists_the_known_ones(capsys):
    with pytest.raises(CommandError) as caught:
        call_command("export_plan", "no-such-plan")

    message = str(caught.value)
    assert caught.value.returncode == 1
    assert "\n" not in message
    assert "no-such-plan" in message
    for slug in Plan.objects.values_list("slug", flat=True):
        assert slug in message
    assert capsys.readouterr().out == ""


def test_unknown_slug_in_an_empty_database_says_so(empty_the_database):
    empty_the_database()

    with pytest.raises(CommandError, match="なし"):
        call_command("export_plan", "no-such-plan")


def test_edits_by_staff_are_exported(plan):
    Section.objects.filter(plan=plan).update(body="職員の言葉\r\n二行目")

    text = export_plan(plan)

    assert "    body: |-\n      職員の言葉\n      二行目\n" in text


def test_positions_decide_the_order_and_codes_where_they_are_equal(plan, write_file):
    for code, position in (("c", 2), ("b", 1), ("a", 2)):
        GlossaryTerm.objects.create(plan=plan, code=code, position=position, term="語")

    records = labels_and_keys(export_plan(plan), write_file)

    terms = [key[-1] for label, key in records if label == "plans.glossaryterm"]
    assert terms == ["kyojo", "b", "a", "c"]


def test_plans_that_belong_to_it_come_after_it(plan, write_file):
    later = a_plan(slug="later", parent=plan, position=2)
    first = a_plan(slug="first", parent=plan, position=1)

    records = labels_and_keys(export_plan(plan), write_file)

    slugs = [key[0] for label, key in records if label == "plans.plan"]
    assert slugs == ["mihon-plan", first.slug, later.slug]


def test_department_comes_after_the_one_that_took_over_from_it(plan, write_file):
    old = Department.objects.get(publisher__slug="mihon-shi")
    new = Department.objects.create(publisher=old.publisher, code="new", name="新課")
    Department.objects.filter(pk=old.pk).update(successor=new)

    records = labels_and_keys(export_plan(plan), write_file)

    found = [key[-1] for label, key in records if label == "initiatives.department"]
    assert found == ["new", "fukushi"]


def test_departments_that_took_over_from_each_other_are_exported_once(plan, write_file):
    old = Department.objects.get(publisher__slug="mihon-shi")
    new = Department.objects.create(
        publisher=old.publisher, code="new", name="新課", successor=old
    )
    Department.objects.filter(pk=old.pk).update(successor=new)

    records = labels_and_keys(export_plan(plan), write_file)

    found = [key[-1] for label, key in records if label == "initiatives.department"]
    assert sorted(found) == ["fukushi", "new"]


def test_department_that_nothing_names_is_left_out(plan):
    Initiative.objects.filter(plan=plan).update(department=None)

    assert "initiatives.department" not in export_plan(plan)


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_that_a_record_can_hold_reads_back_as_it_was(text, plan, write_file):
    Section.objects.filter(plan=plan).update(body=text)

    records = read_plan_file(write_file(export_plan(plan), "out.yaml"))

    (section,) = [record for record in records if record.label == "plans.section"]
    assert section.fields.get("body", "") == text.replace("\r\n", "\n").strip()


LOOKALIKES = ["no", "null", "1", "1.0", "2023-04-01", "#", "- a", "a: b", "'", "~", "="]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_text_that_looks_like_something_else_stays_text(text, plan, write_file):
    GlossaryTerm.objects.filter(plan=plan).update(term=text)

    records = read_plan_file(write_file(export_plan(plan), "out.yaml"))

    (term,) = [record for record in records if record.label == "plans.glossaryterm"]
    assert term.fields["term"] == text
