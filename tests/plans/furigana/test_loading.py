"""The file of readings comes into the database; what staff touched stays theirs."""

import pytest

from plans.furigana.file import ReadingFileError, load_readings
from plans.models import PageRevision, Reading
from tests import staff_records

pytestmark = pytest.mark.django_db

FIRST = "word,reading,after\n鴨川,かもがわ,\n人称,にんしょう,number\n"


@pytest.fixture(autouse=True)
def no_readings():
    Reading.objects.all()._raw_delete("default")
    Reading.history.all()._raw_delete("default")


@pytest.fixture
def load(tmp_path):
    def load(text):
        path = tmp_path / "readings.csv"
        path.write_text(text, encoding="utf-8")
        return load_readings(path)

    load(FIRST)
    return load


def stored():
    return {row.word: row.reading for row in Reading.objects.all()}


def by_staff(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record._history_user = staff_records.a_person("計画担当")
    record.save()


def test_what_is_missing_is_added_with_a_history(load):
    assert stored() == {"鴨川": "かもがわ", "人称": "にんしょう"}
    assert Reading.history.count() == 2


def test_loading_twice_changes_nothing(load):
    before = list(PageRevision.objects.values("scope", "rev"))

    report = load(FIRST)

    assert (report.created, report.updated, report.removed) == (0, 0, 0)
    assert list(PageRevision.objects.values("scope", "rev")) == before


def test_a_newer_file_changes_and_removes_what_nobody_touched(load):
    report = load("word,reading,after\n鴨川,かもかわ,\n")

    assert stored() == {"鴨川": "かもかわ"}
    assert (report.updated, report.removed) == (1, 1)


def test_what_staff_edited_stays_as_it_is(load):
    by_staff(Reading.objects.get(word="鴨川"), reading="かもんがわ")

    report = load("word,reading,after\n鴨川,かもかわ,\n人称,にんしょう,number\n")

    assert stored()["鴨川"] == "かもんがわ"
    assert report.left_alone == 1


def test_what_staff_added_is_not_removed(load):
    by_staff(Reading(word="沼南", reading="しょうなん"))

    load(FIRST)

    assert stored()["沼南"] == "しょうなん"


def test_what_staff_deleted_does_not_come_back(load):
    reading = Reading.objects.get(word="鴨川")
    reading._history_user = staff_records.a_person("計画担当")
    reading.delete()

    load(FIRST)

    assert "鴨川" not in stored()


def test_a_word_that_staff_made_another_one_does_not_come_back(load):
    by_staff(Reading.objects.get(word="鴨川"), word="鴨川市", reading="かもがわし")

    load(FIRST)

    assert stored() == {"鴨川市": "かもがわし", "人称": "にんしょう"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("word,reading\n", "1行目"),
        ("word,reading,after\n鴨川,かもがわ\n", "2行目"),
        ("word,reading,after\n鴨川,kamo,\n", "ひらがな"),
        ("word,reading,after\nかも,かも,\n", "漢字"),
        ("word,reading,after\n取り組む,とりこみ,\n", "かなと合いません"),
        ("word,reading,after\n鴨川,かもがわ,always\n", "2行目"),
        ("word,reading,after\n鴨川,かもがわ,\n鴨川,かもかわ,\n", "前の行"),
    ],
)
def test_a_file_with_a_fault_changes_nothing_and_says_where(load, text, said):
    with pytest.raises(ReadingFileError, match=said):
        load(text)

    assert stored() == {"鴨川": "かもがわ", "人称": "にんしょう"}
