"""A site comes back from its backup as it was, through the commands of the operator."""

import json
import stat

import pytest

from tests.welfare_plan.backups.conftest import look
from welfare_plan.backups.manifest import NAME

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_empty_server_becomes_the_site_that_was_put_aside(saved, another):
    said = another.manage("restore", saved.backup)

    assert "添付ファイル2件を追加）に戻しました。" in said
    found = look(another)
    assert found["pages"] == saved.looked["pages"]
    assert found["counts"] == saved.looked["counts"]
    assert {status for status, _ in found["pages"].values()} == {200}
    assert files_below(another.evidence) == files_below(saved.site.evidence)


def test_what_was_changed_since_is_given_up_only_on_demand(saved, another):
    another.manage("restore", saved.backup)
    another.run("-m", "tests.welfare_plan.backups.change")
    (another.evidence / "2026/07/a1.pdf").write_text("broken")
    changed = look(another)

    refused = another.run("manage.py", "restore", saved.backup)
    unchanged = look(another)
    another.manage("restore", "--replace", saved.backup)

    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert unchanged == changed != saved.looked
    found = look(another)
    assert found["pages"] == saved.looked["pages"]
    assert found["counts"] == saved.looked["counts"]
    assert files_below(another.evidence) == files_below(saved.site.evidence)


def test_no_login_comes_back_and_the_logs_still_refuse_change(saved, another):
    another.manage("restore", saved.backup)

    assert saved.looked["sessions"] == 1
    assert look(another)["sessions"] == 0
    refused = another.run("manage.py", "shell", "-c", _TAMPER)
    assert "append-only table" in refused.stderr


def test_a_site_that_was_put_back_cannot_be_flushed(saved, another):
    another.manage("restore", saved.backup)

    refused = another.run("manage.py", "flush", "--no-input")

    assert refused.returncode == 1
    assert "couldn't be flushed" in refused.stderr
    assert look(another)["counts"] == saved.looked["counts"]


_TAMPER = """
from plans.models import Plan
Plan.history.all().delete()
"""


def test_nobody_but_the_owner_may_look_inside(saved):
    manifest = json.loads((saved.backup / NAME).read_text())

    assert stat.S_IMODE(saved.backup.stat().st_mode) == 0o700
    assert set(manifest["files"]) == {
        manifest["database"],
        "evidence/2026/07/a1.pdf",
        "evidence/2026/08/b2.xlsx",
    }
    assert manifest["counts"] == saved.looked["counts"]
