"""What nobody asks for any more goes from the disk, and nothing else does."""

import os
import time

import pytest

from plans.publishing import publishing
from tests import factories
from tests.welfare_plan.open_data.files import address, fetched
from welfare_plan.open_data.release import edition_key

pytestmark = pytest.mark.django_db

A_DAY = 86_400


@pytest.fixture
def folder(settings):
    settings.OPEN_DATA_DIR.mkdir(parents=True, exist_ok=True)
    return settings.OPEN_DATA_DIR


def aged(path, days):
    moment = time.time() - days * A_DAY
    os.utime(path, (moment, moment))
    return path


def a_folder(path, days):
    path.mkdir(parents=True)
    (path / "plans.csv").touch()
    return aged(path, days)


def test_what_stands_beside_the_downloads_is_left_alone(folder):
    (folder / "db.sqlite3").write_text("the city's")
    others = [aged(folder / "db.sqlite3", 400), a_folder(folder / "backup", 400)]

    fetched("plans.csv")

    assert all(path.exists() for path in others)


@pytest.mark.parametrize(("days", "is_kept"), [(0.5, True), (2, False)])
def test_the_files_of_another_release_go_after_a_day(folder, days, is_kept):
    other = a_folder(folder / "0123456789ab-01234567", days)

    fetched("plans.csv")

    assert other.exists() == is_kept


@pytest.mark.parametrize(("days", "is_kept"), [(29, True), (31, False)])
def test_a_plan_that_nobody_asks_for_goes_after_a_month(folder, days, is_kept):
    """Also one that is not public any more, which nobody can ask for."""
    plan = factories.a_plan(slug="torisage")
    fetched("plans.csv", plan)
    of_plan = aged(folder / edition_key() / "plan-torisage", days)
    with publishing(*plan.publishing_scopes()):
        plan.state = "draft"
        plan.save()

    fetched("plans.csv")

    assert of_plan.exists() == is_kept


def test_what_a_killed_writer_left_goes_after_a_day(folder):
    fetched("plans.csv")
    of_all = folder / edition_key() / "all"
    for name, days in (("new.part", 0), ("old.part", 2)):
        (of_all / name).touch()
        aged(of_all / name, days)

    fetched("targets.csv")

    assert [path.name for path in of_all.glob("*.part")] == ["new.part"]


def test_a_download_that_is_under_way_is_not_cut_off(folder, client):
    plan = factories.a_plan(slug="nagai")
    response = client.get(address("plans.csv", plan))
    aged(folder / edition_key() / "plan-nagai", 31)

    fetched("plans.csv")

    assert b"".join(response).startswith(b"\xef\xbb\xbf")
    assert not (folder / edition_key() / "plan-nagai").exists()
