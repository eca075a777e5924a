"""`write_downloads`: the files are there before anybody asks for them."""

import fcntl
from threading import Timer

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from tests import factories
from tests.welfare_plan.open_data.files import all_files, body
from tests.welfare_plan.open_data.test_no_room import full
from welfare_plan.open_data import storage

pytestmark = pytest.mark.django_db


def refuse_to_write(monkeypatch):
    def refused(*args):
        raise AssertionError("written while a visitor waits")

    monkeypatch.setattr(storage, "_write", refused)


def test_no_visitor_waits_for_a_file_of_all_plans(monkeypatch, capsys):
    factories.a_plan()

    call_command("write_downloads")
    refuse_to_write(monkeypatch)

    assert all(all_files().values())
    assert body(Client().get("/data/catalog.jsonld"))
    assert (
        f"{len(all_files()) + 1}個のファイルがそろいました。" in capsys.readouterr().out
    )


def test_run_again_it_writes_nothing_where_nothing_was_published(monkeypatch):
    factories.a_plan()
    call_command("write_downloads", verbosity=0)

    refuse_to_write(monkeypatch)

    call_command("write_downloads", verbosity=0)


def test_a_full_disk_is_told_in_words_with_the_file(monkeypatch):
    monkeypatch.setattr(storage.os, "fsync", full)

    with pytest.raises(CommandError, match=r"plans\.csvを書けませんでした（No space"):
        call_command("write_downloads", verbosity=0)


def test_it_waits_for_a_visitor_who_has_the_same_file_written(monkeypatch):
    monkeypatch.setattr(storage, "PATIENCE", 0)
    folder = settings.OPEN_DATA_DIR
    call_command("write_downloads", verbosity=0)
    (path,) = folder.rglob("all/*/plans.csv")
    path.unlink()
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        released = Timer(0.5, fcntl.flock, [lock, fcntl.LOCK_UN])
        released.start()

        call_command("write_downloads", verbosity=0)

        released.join()
    assert path.exists()
