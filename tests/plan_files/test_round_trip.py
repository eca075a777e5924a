"""A plan file comes out of the database as it went in."""

import pytest
from django.conf import settings
from django.core.management import call_command

from plans.models import Plan
from tests.plan_files.small_file import SMALL
from welfare_plan.plan_files.exporting import export_plan
from welfare_plan.plan_files.loading import load_plan_file
from welfare_plan.plan_files.reading import read_plan_file

pytestmark = pytest.mark.django_db

FILES = sorted((settings.BASE_DIR / "fixtures").glob("[0-9]*.yaml"))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def exported(path):
    """The export of the file's main plan, the one without a parent."""
    (slug,) = [
        record.fields["slug"]
        for record in read_plan_file(path)
        if record.label == "plans.plan" and "parent" not in record.fields
    ]
    return export_plan(Plan.objects.get(slug=slug))


def test_there_are_files_to_compare():
    assert len(FILES) == 5


@every_file
def test_committed_file_equals_its_export(path):
    text = exported(path)

    assert text == path.read_text(encoding="utf-8")


@pytest.mark.long
@every_file
def test_export_loaded_into_an_empty_database_exports_as_the_same_bytes(
    path, write_file, empty_the_database
):
    empty_the_database()
    load_plan_file(path)
    first = exported(path)

    empty_the_database()
    report = load_plan_file(write_file(first))
    second = exported(path)

    assert report.created == len(read_plan_file(path))
    assert second == first


@every_file
def test_plain_loaddata_brings_the_same_records(path, empty_the_database):
    loaded = exported(path)

    empty_the_database()
    call_command("loaddata", path, verbosity=0)

    assert exported(path) == loaded


def test_file_with_every_kind_of_record_equals_its_export(load):
    load()

    assert export_plan(Plan.objects.get(slug="mihon-plan")) == SMALL


def test_export_command_writes_the_plan_file_and_nothing_else(load, capsys):
    load()

    call_command("export_plan", "mihon-plan")

    assert capsys.readouterr().out == SMALL
