"""A disk that is full, or may not be written to: visitors are told to come back."""

import errno
import logging
import os

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories
from tests.welfare_plan.open_data.files import address, body
from welfare_plan.open_data import storage, sweeping

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return factories.a_plan()


def full(*args):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def words_of(response):
    return BeautifulSoup(response.content, "html.parser").select_one("main").text


@pytest.fixture
def logged(caplog):
    caplog.set_level(logging.WARNING)
    return caplog


@pytest.mark.parametrize("name", ["plans.csv", "plan.xlsx"])
def test_a_full_disk_is_a_page_that_asks_to_come_back(plan, monkeypatch, logged, name):
    monkeypatch.setattr(storage.os, "fsync", full)

    response = Client().get(address(name, plan))

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "no-store" in response["Cache-Control"]
    assert "ただいま表示できません" in words_of(response)
    assert "No space left" not in response.content.decode()
    assert f"503 GET {address(name, plan)}: [Errno 28] No space left" in logged.text


def test_nothing_half_written_is_left_and_the_next_request_succeeds(
    plan, monkeypatch, settings
):
    with monkeypatch.context() as patch:
        patch.setattr(storage.os, "fsync", full)
        Client().get(address("plans.csv", plan))

    left = [path.name for path in settings.OPEN_DATA_DIR.rglob("*") if path.is_file()]
    assert [name for name in left if not name.endswith(".lock")] == []
    assert body(Client().get(address("plans.csv", plan)))


def test_a_folder_that_cannot_be_made_is_a_page_too(plan, settings, tmp_path, logged):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    settings.OPEN_DATA_DIR = in_the_way

    response = Client().get(address("plans.csv", plan))

    assert response.status_code == 503
    assert "Not a directory" in logged.text


def test_who_comes_while_another_one_writes_is_not_kept_waiting(
    plan, monkeypatch, settings, logged
):
    monkeypatch.setattr(storage, "PATIENCE", 0)
    where = address("plans.csv", plan)
    body(Client().get(where))
    (path,) = settings.OPEN_DATA_DIR.rglob("plans.csv")
    path.unlink()

    with storage._alone(path):
        response = Client().get(where)

    assert response.status_code == 503
    assert "ただいま表示できません" in words_of(response)
    assert body(Client().get(where))


def test_a_fault_while_rows_are_written_leaves_nothing(plan, monkeypatch, settings):
    def broken(*args):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(storage, "one_moment", broken)

    with pytest.raises(RuntimeError):
        Client().get(address("plans.csv", plan))

    assert list(settings.OPEN_DATA_DIR.rglob("*.part")) == []


def test_what_cannot_be_swept_is_no_fault_of_the_download(plan, monkeypatch, logged):
    monkeypatch.setattr(sweeping, "_remove", full)

    assert body(Client().get(address("plans.csv", plan)))
    assert "old downloads could not be removed" in logged.text
