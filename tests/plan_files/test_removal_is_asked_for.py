"""A file that lost a record deletes nothing until someone says `--remove`."""

import pytest
from django.core.management import call_command

from plans.models import GlossaryTerm, Plan
from tests.plan_files.database_state import database_state
from tests.plan_files.small_file import without

pytestmark = pytest.mark.django_db

WITHOUT_TERM = without("term: 共助")


def test_record_gone_from_the_file_stays_and_is_listed(load, write_file, capsys):
    load()
    before = database_state()

    call_command("load_plans", write_file(WITHOUT_TERM))

    summary, line = capsys.readouterr().out.splitlines()
    assert "削除0件" in summary
    assert "共助" in line
    assert "--remove" in line
    assert database_state() == before


def test_it_is_listed_again_until_it_is_removed(load, write_file, capsys):
    load()
    path = write_file(WITHOUT_TERM)
    call_command("load_plans", path)
    first = capsys.readouterr().out

    call_command("load_plans", path)

    assert capsys.readouterr().out == first


def test_remove_deletes_it_and_nothing_else(load, write_file, capsys):
    load()

    call_command("load_plans", write_file(WITHOUT_TERM), "--remove")

    assert "削除1件、変更なし14件" in capsys.readouterr().out
    assert not GlossaryTerm.objects.filter(plan__slug="mihon-plan").exists()
    assert Plan.objects.count() == 8


def test_empty_file_of_the_same_name_deletes_no_plan(load, write_file):
    load()
    before = database_state()

    call_command("load_plans", write_file("[]"), verbosity=0)

    assert database_state() == before
