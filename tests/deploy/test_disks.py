"""A disk without room, and a database file that may only be read: reading goes on.

Root alone can make such disks. Without root the drill has no figures of these.
"""

import json
import subprocess
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.crowd.editors import SAVED, EntryEditor
from tests.crowd.web_client import WebClient
from tests.site_server import prepare, run_python, served, site_environment
from tests.welfare_plan.backups import sites

pytestmark = [pytest.mark.setup, pytest.mark.drill]

PAGES = ("/", "/plans/kita-ku/", "/plans/kita-ku/?furigana=1", "/search/?q=x")
REFUSED = "保存できませんでした"


@contextmanager
def _place():
    with tempfile.TemporaryDirectory(prefix="disk") as place:
        yield Path(place)


@contextmanager
def _small_disk(megabytes):
    with _place() as place:
        size = f"size={megabytes}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", place], check=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def _read_only(path):
    """For root too: mode bits would not keep root from writing."""
    subprocess.run(["mount", "--bind", path, path], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", path], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", path], check=True)


def _office(folder):
    env = site_environment(folder, THREADS="1")
    env["DJANGO_SETTINGS_MODULE"] = "welfare_plan.settings"
    prepare(env)
    said = run_python(env, "-m", "tests.crowd.site_office", "1")
    return env, json.loads(said.splitlines()[-1])


@contextmanager
def _editor(site, office):
    writer = office["writers"][0]
    with closing(WebClient(site, {"sessionid": writer["session"]})) as client:
        editor = EntryEditor(
            client,
            SimpleNamespace(pk=office["round"]),
            SimpleNamespace(pk=writer["item"]),
        )
        editor.open()
        yield editor


def _statuses(client, paths):
    return [client.get(path).status_code for path in paths]


def _fill(place):
    path = place / "junk"
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return path


def test_a_full_disk_refuses_writing_in_words_and_nothing_is_broken(print_figures):
    with _small_disk(96) as place:
        env, office = _office(place)
        with (
            served(env) as site,
            closing(WebClient(site)) as client,
            _editor(site, office) as editor,
        ):
            # Both workers have the database open, as workers in use have.
            for _ in range(10):
                _statuses(client, PAGES)
            junk = _fill(place)
            answers = []
            for value in range(1000, 1500):
                answers.append(editor.send(str(value)))
                if answers[-1].status_code != SAVED:
                    break
            reads = _statuses(client, PAGES)
            checks = _statuses(client, ("/healthz", "/readyz"))
            junk.unlink()
            editor.open()
            again = editor.send("1900").status_code
            checks_after = _statuses(client, ("/healthz", "/readyz"))
        sound = sites.row(_site_of(env), "SELECT 1")

    print_figures(
        id="R15",
        fault="full disk",
        write=answers[-1].status_code,
        reads=sorted(set(reads)),
        healthz=checks[0],
        readyz=checks[1],
        write_after=again,
        database="ok",
    )
    assert answers[-1].status_code == 503
    assert REFUSED in answers[-1].content.decode()
    assert reads == [200] * len(PAGES)
    assert (checks, checks_after) == ([200, 503], [200, 200])
    assert again == SAVED
    assert sound == (1,)


def test_a_file_that_may_only_be_read_refuses_writing_in_words(print_figures):
    with _place() as place:
        env, office = _office(place)
        with (
            _read_only(place / "site.sqlite3"),
            served(env) as site,
            closing(WebClient(site)) as client,
            _editor(site, office) as editor,
        ):
            reads = _statuses(client, PAGES)
            refused = editor.send("1500")
            checks = _statuses(client, ("/healthz", "/readyz"))
        sound = sites.row(_site_of(env), "SELECT 1")

    print_figures(
        id="R15",
        fault="read-only file",
        write=refused.status_code,
        reads=sorted(set(reads)),
        healthz=checks[0],
        readyz=checks[1],
        database="ok",
    )
    assert refused.status_code == 503
    assert REFUSED in refused.content.decode()
    assert reads == [200] * len(PAGES)
    assert checks == [200, 503]
    assert sound == (1,)


def _site_of(env):
    return sites.Site(env["DATABASE_URL"], Path(env["EVIDENCE_ROOT"]).parent)
