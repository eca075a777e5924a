"""An export is there as a whole, or as it was before, whatever happens meanwhile."""

import pytest

from welfare_plan.whole_folder import written_whole


class Refused(Exception):
    pass


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


def nothing(folder):
    pass


def written(folder, text="new", *, refuse=nothing, then=nothing):
    with written_whole(folder, refuse=refuse, error=Refused) as work:
        (work / "below").mkdir()
        (work / "below" / "page.html").write_text(text)
        then(work)


def content(folder):
    """The one page; nothing else is left beside the folder."""
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    (page,) = (path for path in folder.rglob("*") if path.is_file())
    return page.read_text()


def test_a_later_export_takes_the_place_of_an_earlier_one(folder):
    written(folder, "old")

    written(folder, "new")

    assert content(folder) == "new"


@pytest.mark.parametrize("fault", [Refused("no"), KeyboardInterrupt()], ids=str)
def test_what_fails_in_the_middle_changes_nothing(folder, fault):
    written(folder, "old")

    def fail(_):
        raise fault

    with pytest.raises(type(fault)):
        written(folder, "new", then=fail)

    assert content(folder) == "old"


def test_what_a_killed_run_left_is_in_nobodys_way(folder):
    written(folder, "old")
    left = folder.with_name(".site.unfinished")
    (left / "below").mkdir(parents=True)
    (left / "below" / "half.html").write_text("half")

    written(folder, "new")

    assert content(folder) == "new"


def test_a_run_killed_while_changing_places_is_put_right_by_the_next(folder):
    written(folder, "old")
    folder.rename(folder.with_name(".site.old"))

    def refuse(found):
        assert (found / "below" / "page.html").read_text() == "old"
        raise Refused

    with pytest.raises(Refused):
        written(folder, refuse=refuse)

    assert content(folder) == "old"


def test_two_runs_at_once_do_not_mix(folder):
    def again(_):
        with pytest.raises(Refused, match="書き出しが動いています"):
            written(folder, "second")

    written(folder, "first", then=again)

    assert content(folder) == "first"


def test_where_nothing_can_be_written_the_place_is_named(tmp_path):
    with pytest.raises(Refused, match=r"nowhere.*に書けません"):
        written(tmp_path / "nowhere" / "site")
