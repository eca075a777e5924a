"""One value can be written in several ways; none of them is an edit by staff."""

import pytest

from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db

# How the value stands in the small file, another way to write the same, and a word of
# the same record that a newer file changes.
WAYS = [
    pytest.param("'120'", "'120.0'", "見守りの人数", id="zero after the point"),
    pytest.param("'120'", "'0120'", "見守りの人数", id="zero in front"),
    pytest.param("'120'", "'1.2e2'", "見守りの人数", id="exponent"),
    pytest.param("'120'", "'１２０'", "見守りの人数", id="full-width digits"),
    pytest.param("'120'", "'-0'", "見守りの人数", id="minus zero"),
    pytest.param("共助", "' 共助 '", "共助", id="blanks around"),
    pytest.param("共助", "共助\n    reading: ''", "共助", id="empty text"),
    pytest.param("共助", "共助\n    position: 0", "共助", id="default number"),
    pytest.param(
        "単位の印刷がありません。",
        "単位の印刷がありません。\n    settled: no",
        "単位の印刷がありません。",
        id="default truth value",
    ),
    pytest.param(
        "声をかけられて、うれしかった。",
        '"声をかけられて\\r\\nうれしかった。"',
        "住民",
        id="line break of Windows",
    ),
]


@pytest.mark.parametrize(("old", "new", "word"), WAYS)
def test_record_written_in_another_way_follows_a_newer_file(old, new, word, load):
    text = changed(old, new)
    load(text)

    report = load(changed(word, f"{word}と仲間", text))

    assert report.left_alone == []
    assert report.updated == 1


@pytest.mark.parametrize(("old", "new", "word"), WAYS)
def test_newer_file_that_only_writes_in_another_way_leaves_nothing_alone(
    old, new, word, load
):
    load()

    report = load(changed(old, new))

    assert report.left_alone == []
    assert report.created == 0
