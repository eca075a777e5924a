"""No name and no link in a backup leads a restore out of the site's own folders."""

from dataclasses import replace

import pytest

from tests.welfare_plan.backups.small_backup import EVIDENCE, Part, manifest_of, write
from welfare_plan.backups import evidence, restoring
from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.manifest import digest_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def outside(tmp_path):
    """A folder with a secret, beside the backup and the site."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text("secret")
    return folder


def refused(backup):
    with pytest.raises(BackupError) as refusal:
        restoring.restore(backup)
    return str(refusal.value)


def name_a_file(backup, name):
    """Writes the file where the name leads to, and both into the manifest."""
    path = backup / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"planted")
    manifest = manifest_of(backup)
    files = {**manifest.files, name: digest_of(path)}
    write(backup, replace(manifest, files=files))


@pytest.mark.parametrize(
    "name",
    [
        "evidence/{outside}/planted.txt",
        "evidence/../../outside/planted.txt",
        "{outside}/planted.txt",
        "evidence/./planted.txt",
        "evidence//planted.txt",
        "./evidence/planted.txt",
    ],
    ids=[
        *("a second root", "upwards", "from the root", "a dot inside"),
        *("two slashes", "a dot before"),
    ],
)
def test_a_name_that_is_no_plain_path_is_refused(part, backup, outside, settings, name):
    # Where the name itself leads out of the backup there is nothing to put there.
    name_a_file(backup, name.format(outside=outside))
    (outside / "planted.txt").unlink(missing_ok=True)

    said = refused(backup)

    assert "manifest.json が途中で切れているか、書き換えられています" in said
    assert part.loaded == []
    assert not settings.EVIDENCE_ROOT.exists()
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]


@pytest.mark.parametrize(
    "name",
    [EVIDENCE, "evidence/2026", "evidence", Part.FILE, "manifest.json"],
    ids=["evidence", "its folder", "the root of it", "the database", "the manifest"],
)
def test_a_link_is_refused_though_its_content_is_right(
    part, backup, outside, settings, name
):
    (backup / name).rename(outside / "elsewhere")
    (backup / name).symlink_to(outside / "elsewhere")

    said = refused(backup)

    assert said.startswith(f"{backup / name} は、ほかの場所を指すリンクです。")
    assert part.loaded == []
    assert not settings.EVIDENCE_ROOT.exists()


def test_the_backup_itself_may_be_given_by_a_link(part, backup, tmp_path):
    (tmp_path / "latest").symlink_to(backup)

    restored = restoring.restore(tmp_path / "latest")

    assert restored.files == 1
    assert part.loaded == [b"database"]


def test_a_link_in_the_place_of_the_evidence_is_not_followed(
    part, backup, outside, settings
):
    name_a_file(backup, "evidence/2025/first.pdf")
    settings.EVIDENCE_ROOT.mkdir()
    (settings.EVIDENCE_ROOT / "2026").symlink_to(outside)

    said = refused(backup)

    assert (
        f"{settings.EVIDENCE_ROOT / '2026/07/a1.pdf'} は添付ファイルの置き場所" in said
    )
    assert part.loaded == []
    assert [path.name for path in settings.EVIDENCE_ROOT.iterdir()] == ["2026"]
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]


def test_the_place_of_the_evidence_may_itself_be_a_link(
    part, backup, outside, settings
):
    settings.EVIDENCE_ROOT.symlink_to(outside)

    restoring.restore(backup)

    assert (outside / "2026/07/a1.pdf").read_bytes() == b"evidence"


def test_also_a_name_that_nobody_looked_at_stays_inside(backup, outside, tmp_path):
    name = f"evidence/{outside}/planted.txt"
    name_a_file(backup, name)

    with pytest.raises(BackupError, match="外になるため、何も戻していません"):
        evidence.bring_back(backup, {name: "0" * 64}, tmp_path / "root")

    assert not (tmp_path / "root").exists()
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]
