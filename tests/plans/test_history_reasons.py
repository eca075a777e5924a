"""Reasons that say how a row came: what may leave the site, and what names a file."""

import pytest

from plans.history_reasons import (
    file_key,
    is_import,
    reason_of_import,
    reason_of_loading,
    told_reason,
    withheld,
    without_file_name,
)

NAMED = reason_of_import("佐藤さんの直し.csv", "印刷の誤り\n2行目")


def test_the_name_of_a_file_goes_and_what_staff_wrote_stays():
    nameless = without_file_name(NAMED)

    assert "佐藤" not in nameless
    assert is_import(nameless)
    assert told_reason(nameless) == "印刷の誤り\n2行目"


def test_the_name_goes_also_where_words_were_withdrawn():
    nameless = without_file_name(withheld(NAMED))

    assert nameless == withheld(without_file_name(NAMED))


@pytest.mark.parametrize("reason", [NAMED, reason_of_import("a.csv", "")])
def test_the_key_stays_and_nothing_more_goes_the_second_time(reason):
    nameless = without_file_name(reason)

    assert file_key(nameless) == file_key(reason)
    assert without_file_name(nameless) == nameless


def test_two_files_stay_two():
    other = reason_of_import("鈴木さんの直し.csv", "印刷の誤り\n2行目")

    assert file_key(without_file_name(NAMED)) != file_key(without_file_name(other))


@pytest.mark.parametrize(
    "reason",
    [None, "", "誤字のため", withheld("名前があった"), reason_of_loading("a.yaml")],
)
def test_other_reasons_stay_as_they_are(reason):
    assert without_file_name(reason) == reason
