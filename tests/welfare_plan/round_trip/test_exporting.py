"""The folder of an export is there whole or not at all, and nothing else is lost."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.plans.records import a_publisher
from welfare_plan.round_trip import exporting
from welfare_plan.round_trip.exporting import export_site
from welfare_plan.round_trip.manifest import NAME, read_manifest

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("empty_site"),
    pytest.mark.long,
]


def refusal(folder):
    with pytest.raises(CommandError) as error:
        call_command("export_site", folder)
    return str(error.value)


def test_it_says_what_was_written(tmp_path, capsys):
    a_publisher()

    call_command("export_site", tmp_path / "site")

    said = capsys.readouterr().out
    assert "2件の記録" in said
    assert "公開していない" in said


def test_an_earlier_export_is_replaced(tmp_path):
    folder = tmp_path / "site"
    export_site(folder)
    a_publisher()

    export_site(folder)

    assert read_manifest(folder).records == 2
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "site").mkdir()

    export_site(tmp_path / "site")

    assert (tmp_path / "site" / NAME).exists()


@pytest.mark.parametrize("beside_an_export", [True, False])
def test_a_folder_with_other_files_is_left_alone(tmp_path, beside_an_export):
    folder = tmp_path / "site"
    if beside_an_export:
        export_site(folder)
    folder.mkdir(exist_ok=True)
    (folder / "report.docx").touch()
    before = sorted(folder.iterdir())

    assert "report.docx" in refusal(folder)

    assert sorted(folder.iterdir()) == before


def test_a_file_is_not_overwritten(tmp_path):
    (tmp_path / "site").write_text("x")

    assert "フォルダーを指定" in refusal(tmp_path / "site")

    assert (tmp_path / "site").read_text() == "x"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    folder = tmp_path / "nowhere" / "site"

    assert "nowhere" in refusal(folder)


def test_the_root_of_all_folders_is_refused():
    assert "中のフォルダー" in refusal(Path("/"))


def test_what_fails_in_the_middle_leaves_the_earlier_export(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    export_site(folder)
    before = (folder / NAME).read_bytes()
    monkeypatch.setattr(exporting, "write_records", _full)

    assert "No space left" in refusal(folder)

    assert (folder / NAME).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_export_killed_while_changing_places_is_taken_back(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    export_site(folder)
    folder.rename(tmp_path / ".site.old")
    monkeypatch.setattr(exporting, "write_records", _full)

    refusal(folder)

    assert read_manifest(folder).records == 0
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _full(*args):
    raise OSError(28, "No space left on device")


def test_two_at_once_do_not_write_into_each_other(tmp_path, monkeypatch):
    folder, said = tmp_path / "site", []
    own = exporting.write_records

    def meanwhile(*args):
        if not said:
            said.append(refusal(folder))
        own(*args)

    monkeypatch.setattr(exporting, "write_records", meanwhile)

    export_site(folder)

    assert "動いています" in said[0]
    assert read_manifest(folder).records == 0
