"""A file that lost records: nothing is deleted unless somebody says so."""

import pytest
from django.core.management import call_command

from plans.models import GlossaryTerm, Plan
from tests.plan_files.small_file import without

pytestmark = pytest.mark.django_db


def test_records_that_left_the_file_stay_and_are_listed(write_file, capsys):
    call_command("load_plans", write_file())

    call_command("load_plans", write_file(without("term: 共助")))

    assert GlossaryTerm.objects.filter(plan__slug="mihon-plan").exists()
    assert "ファイルからなくなりました" in capsys.readouterr().out


def test_an_emptied_file_deletes_no_plan(write_file):
    call_command("load_plans", write_file(), verbosity=0)

    call_command("load_plans", write_file("[]"), verbosity=0)

    assert Plan.objects.filter(slug="mihon-plan").exists()


def test_records_that_left_the_file_go_when_asked(write_file, capsys):
    call_command("load_plans", write_file())

    call_command("load_plans", write_file(without("term: 共助")), "--remove")

    assert not GlossaryTerm.objects.filter(plan__slug="mihon-plan").exists()
    assert "削除1件" in capsys.readouterr().out


def test_a_code_that_staff_changed_and_exported_stays_one_record(write_file):
    call_command("load_plans", write_file(), verbosity=0)
    row = GlossaryTerm.objects.get(plan__slug="mihon-plan", code="kyojo")
    GlossaryTerm.objects.filter(pk=row.pk).update(code="neu")
    text = write_file().read_text(encoding="utf-8")

    call_command("load_plans", write_file(text.replace("kyojo", "neu")), verbosity=0)
    call_command("load_plans", write_file(text), "--remove", verbosity=0)

    assert GlossaryTerm.objects.filter(plan__slug="mihon-plan").count() == 1
