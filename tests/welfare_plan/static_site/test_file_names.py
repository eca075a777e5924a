"""The files that addresses become: readable, safe, and never the same for two."""

import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_plan.static_site.addresses import address_of
from welfare_plan.static_site.file_names import LONGEST, FileNames, file_of

HTML, CSS = "text/html", "text/css"


@pytest.mark.parametrize(
    ("address", "kind", "file"),
    [
        ("/", HTML, "index.html"),
        ("/plans/a-1/", HTML, "plans/a-1/index.html"),
        ("/dashboard/?year=R7", HTML, "dashboard/index_year-R7.html"),
        ("/x/?status=on_track&year=R7", HTML, "x/index_status-on__track_year-R7.html"),
        ("/x/?q=%E7%A6%8F", HTML, "x/index_q-~e7~a6~8f.html"),
        ("/x/?a-b=c&b.=", HTML, "x/index_a~2db-c_b~2e-.html"),
        ("/feed.atom", "application/atom+xml", "feed.atom"),
        ("/data/t.csv?plan=a", "text/csv", "data/t_plan-a.csv"),
        ("/data/list", "application/json; charset=utf-8", "data/list.json"),
        ("/api/", "application/json", "api/index.json"),
        ("/static/css/p.0a1b.css", CSS, "static/css/p.0a1b.css"),
        ("/a/..%2F..%2Fetc/", HTML, "a/~2e.~2f..~2fetc/index.html"),
        ("/%2e%2e/x/", HTML, "~2e~2e/x/index.html"),
        ("/icon.svg", "image/svg+xml", "icon.svg"),
        ("/aux/con.svg", "image/svg+xml", "aux~/con~.svg"),
        ("/a~b/", HTML, "a~7eb/index.html"),
    ],
)
def test_the_name_says_what_the_address_says(address, kind, file):
    assert file_of(address, kind) == file


texts = st.text(st.sampled_from("aA_-.~%/?&=# 福\\:*\x00"), max_size=6)
addresses = st.builds(
    address_of,
    st.lists(texts.map(lambda text: re.sub(r"[%?#/]", "", text)), max_size=2).map(
        lambda parts: "/" + "".join(f"{part}/" for part in parts if part)
    ),
    st.lists(st.tuples(texts, texts), max_size=3),
)


@given(st.sets(addresses, max_size=20))
def test_no_two_addresses_share_a_file_even_where_case_does_not_count(found):
    names = FileNames()

    files = [names.give(address, HTML) for address in sorted(found)]

    assert len({file.casefold() for file in files}) == len(found)


@given(addresses)
def test_every_name_can_stand_in_any_file_system_and_address(address):
    file = file_of(address, HTML)

    parts = PurePosixPath(file).parts
    assert re.fullmatch(r"[A-Za-z0-9._~/-]+", file)
    assert not file.startswith("/")
    assert not [part for part in parts if part.startswith(".") or part.endswith(".")]


def test_a_name_that_is_taken_or_too_long_is_told_apart_in_the_same_way_each_time():
    names, again = FileNames("404.html"), FileNames("404.html")
    long = "/x/?q=" + "a" * 500
    wanted = ["/404.html", "/A/", "/a/", long]

    files = [names.give(address, HTML) for address in wanted]

    assert files == [again.give(address, HTML) for address in wanted]
    assert files[0].startswith("404~~")
    assert files[1] == "A/index.html"
    assert files[2].startswith("a/index~~")
    assert len(PurePosixPath(files[3]).name) <= LONGEST
