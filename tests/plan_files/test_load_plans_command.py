"""The command `load_plans`: which files it takes and what it says."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from plans.models import GlossaryTerm, Plan
from tests.plan_files.database_state import database_state
from tests.plan_files.refusal import refused
from tests.plan_files.small_file import SMALL, changed, record_text

pytestmark = pytest.mark.django_db


def test_missing_file_is_named(tmp_path):
    message = refused(tmp_path / "missing.yaml")

    assert message.startswith("missing.yaml：読めません。")


def test_folder_is_named(tmp_path):
    message = refused(tmp_path)

    assert "読めません。" in message


def test_file_that_is_not_utf8_is_named(tmp_path):
    path = tmp_path / "mihon.yaml"
    path.write_bytes(SMALL.encode("cp932"))

    message = refused(path)

    assert "UTF-8" in message


def test_file_that_notepad_saved_is_loaded(tmp_path, capsys):
    path = tmp_path / "mihon.yaml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode("utf-8-sig"))

    call_command("load_plans", path)

    assert "追加15件" in capsys.readouterr().out


def test_fault_ends_the_process_with_one_line_and_exit_code_1(tmp_path):
    path = tmp_path / "mihon.yaml"
    path.write_text(changed("role: 住民", "role: 12"), encoding="utf-8")
    variables = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'unused.sqlite3'}",
        "SECRET_KEY": "x" * 50,
        "SITE_URL": "",
        "PYTHONUTF8": "1",
    }

    process = subprocess.run(
        [sys.executable, "manage.py", "load_plans", path],
        cwd=settings.BASE_DIR,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr.count("\n") == 1
    assert "initiatives.voice [mihon-plan, v-1] の role" in process.stderr


def test_without_a_file_all_of_fixtures_are_loaded_and_nothing_changes(capsys):
    before = database_state()

    call_command("load_plans")

    lines = capsys.readouterr().out.splitlines()
    folder = settings.BASE_DIR / "fixtures"
    names = sorted(path.name for path in folder.glob("[0-9]*.yaml"))
    assert [line.split("：")[0] for line in lines] == [
        *("themes.yaml", *names, "site_terms.yaml")
    ]
    assert all("追加0件、更新0件、削除0件" in line for line in lines)
    assert Plan.objects.count() == 7
    assert database_state() == before


def test_what_was_left_alone_is_printed_below_its_file(load, write_file, capsys):
    load()
    GlossaryTerm.objects.filter(plan__slug="mihon-plan").update(term="職員の用語")

    call_command("load_plans", write_file(changed("term: 共助", "term: 互助")))

    assert capsys.readouterr().out.splitlines() == [
        "mihon.yaml：追加0件、更新0件、削除0件、変更なし14件、編集済みのため残した1件",
        "  残しました：用語 mihon-plan kyojo（このサイトで編集されています）",
    ]


def test_file_before_a_faulty_one_stays_loaded(write_file):
    good = write_file()
    bad = write_file(record_text("role: 住民").replace("v-1", "v 1"), "bad.yaml")

    with pytest.raises(CommandError, match=r"^bad\.yaml"):
        call_command("load_plans", good, bad, verbosity=0)

    assert Plan.objects.filter(slug="mihon-plan").exists()
