"""Many who ask for a file at the same time all get whole ones."""

import shutil

import pytest
from django.test import Client

from plans.models import Plan
from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_section
from tests.welfare_plan.open_data.files import address
from tests.welfare_plan.open_data.machine_readability import faults_of_csv
from welfare_plan.open_data import storage
from welfare_plan.open_data.schema import TABLES_BY_NAME

SECTIONS = 3_000
READERS = 6


def a_long_plan():
    with publishing() as scopes:
        plan = factories.a_plan(slug="nagai")
        scopes.update(plan.publishing_scopes())
        for number in range(SECTIONS):
            a_section(plan, heading=f"版0の{number}", position=number)
    return plan


def asked_for(plan, seen):
    """Asks for the file; the connection is the thread's own, and stays."""
    client = Client()
    response = client.get(address("sections.csv", plan))
    data = b"".join(response)
    seen.append((response.status_code, response["ETag"], data))


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """How long others write is not the subject here."""
    monkeypatch.setattr(storage, "PATIENCE", 120)


@pytest.fixture
def written(monkeypatch):
    names, own = [], storage._write

    def write(scope, download):
        names.append(download.name)
        return own(scope, download)

    monkeypatch.setattr(storage, "_write", write)
    return names


def test_first_requests_at_once_all_get_the_whole_file(at_once, made, written):
    plan, seen = made(a_long_plan), []

    at_once(*[lambda: asked_for(plan, seen)] * READERS)

    assert {status for status, _, _ in seen} == {200}
    assert len({data for _, _, data in seen}) == 1
    assert len(seen) == READERS
    assert seen[0][2].count(b"\r\n") == SECTIONS + 1
    assert written == ["sections.csv"]


def test_files_are_whole_while_the_plan_is_edited_and_old_ones_are_removed(
    at_once, made
):
    plan, seen = made(a_long_plan), []

    def edits():
        for version in range(1, 6):
            with publishing(*plan.publishing_scopes()):
                sections = Plan.objects.get(slug="nagai").section_set
                sections.update(heading=f"版{version}")

    def reads():
        for _ in range(6):
            asked_for(plan, seen)

    at_once(edits, reads, reads, reads)

    table = TABLES_BY_NAME["sections"]
    for status, _, data in seen:
        assert status == 200
        assert data.count(b"\r\n") == SECTIONS + 1
        assert len(versions_in(data)) == 1
    assert faults_of_csv(seen[-1][2], table) == []
    by_tag = {tag: {d for _, t, d in seen if t == tag} for _, tag, _ in seen}
    assert all(len(files) == 1 for files in by_tag.values())


def versions_in(data):
    """The versions of the headings, which one edit changes all at once."""
    lines = data.decode("utf-8-sig").splitlines()[1:]
    return {line.partition("版")[2][:1] for line in lines}


def test_a_folder_that_is_removed_meanwhile_is_made_again(at_once, made, settings):
    plan, seen = made(a_long_plan), []

    def removes():
        for _ in range(3):
            shutil.rmtree(settings.OPEN_DATA_DIR, ignore_errors=True)
            asked_for(plan, seen)

    at_once(removes)

    assert {status for status, _, _ in seen} == {200}
    assert len({data for _, _, data in seen}) == 1
