"""The folder: whole or untouched, never mixed with other files, the same each time."""

import subprocess

import pytest
from django.core.management import CommandError, call_command

from plans.publishing import publishing
from welfare_plan.static_site.building import build_static
from welfare_plan.static_site.errors import StaticSiteError

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.*")
    }


def test_a_second_run_gives_the_same_files_byte_by_byte(folder, pages):
    pages["/x/?b=1&year=R7"] = "x"
    pages["/"] += '<a href="/x/?year=R7&b=1">x</a>'

    build_static(folder)
    first = contents(folder)
    build_static(folder)

    assert contents(folder) == first
    assert first.keys() == {
        "index.html",
        "a/index.html",
        "x/index_b-1_year-R7.html",
        "404.html",
        "sha256sums.txt",
    }


def test_a_page_that_is_gone_is_gone_from_the_folder(folder, pages):
    build_static(folder)
    pages["/"] = "alone"

    build_static(folder)

    assert "a/index.html" not in contents(folder)


@pytest.mark.parametrize("status", [301, 302, 404, 500, 503])
def test_a_page_that_does_not_open_is_named_with_the_page_that_links_it(
    folder, pages, status
):
    build_static(folder)
    before = contents(folder)
    pages["/a/"] = '<a href="/b/">b</a>'
    pages["/b/"] = status

    with pytest.raises(StaticSiteError, match=rf"/b/（{status}）：/a/ のリンク"):
        build_static(folder)

    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_many_such_pages_are_counted(folder, pages):
    pages["/"] = "".join(f'<a href="/{number}/">n</a>' for number in range(30))

    with pytest.raises(StaticSiteError, match=r"30件.*(?s:.*)ほか10件"):
        build_static(folder)


def test_links_without_an_end_are_stopped(folder, pages, monkeypatch):
    monkeypatch.setattr("welfare_plan.static_site.crawl.MOST_FILES", 3)
    pages["/"] = "".join(f'<a href="/{number}/">n</a>' for number in range(9))

    with pytest.raises(StaticSiteError, match="終わりのない"):
        build_static(folder)


def test_a_folder_with_other_files_is_refused_and_left_alone(folder, pages):
    build_static(folder)
    (folder / "a" / "memo.txt").write_text("mine")

    with pytest.raises(StaticSiteError, match="a/memo.txt"):
        build_static(folder)

    assert (folder / "a" / "memo.txt").read_text() == "mine"


def test_an_empty_folder_is_taken_and_a_file_is_not(folder, pages):
    folder.mkdir()
    build_static(folder)
    other = folder.parent / "file"
    other.write_text("mine")

    with pytest.raises(StaticSiteError, match="フォルダーではありません"):
        build_static(other)

    assert (folder / "index.html").is_file()


def test_an_edit_meanwhile_leaves_the_earlier_export(folder, pages, monkeypatch):
    def edited(self, address):
        with publishing("site"):
            pass
        return get(self, address)

    from tests.welfare_plan.static_site.pages import PagesVisitor

    get = PagesVisitor.get
    monkeypatch.setattr(PagesVisitor, "get", edited)

    with pytest.raises(StaticSiteError, match="公開の内容が変わりました"):
        build_static(folder)

    assert not folder.exists()


def test_without_the_address_of_the_site_nothing_is_begun(folder, pages, settings):
    settings.SITE_URL = ""

    with pytest.raises(StaticSiteError, match="SITE_URL"):
        build_static(folder)


def test_the_files_can_be_checked_wherever_they_are(folder, pages):
    build_static(folder)
    check = ["sha256sum", "--check", "--quiet", "sha256sums.txt"]

    assert subprocess.run(check, cwd=folder).returncode == 0
    (folder / "index.html").write_text("changed")
    assert subprocess.run(check, cwd=folder, capture_output=True).returncode == 1


def test_a_web_server_of_another_user_can_read_the_folder(folder, pages):
    build_static(folder)

    assert folder.stat().st_mode & 0o777 == 0o755


def test_the_command_says_what_it_wrote_and_what_it_did_not(folder, pages, capsys):
    call_command("build_static", folder)

    assert "ページ2件、すべてのファイル4件" in capsys.readouterr().out
    (folder / "memo.txt").write_text("mine")
    with pytest.raises(CommandError, match="memo.txt"):
        call_command("build_static", folder)
