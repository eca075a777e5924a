"""A file is looked at before anything is stored, and then stored as a whole."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from indicators.models import Observation, SheetImport
from indicators.sheets import import_list
from tests.indicators.sheets.office import confirm, csv_file, upload, words_of
from tests.value_records import an_observation


def test_a_preview_shows_what_would_change_and_stores_nothing(office, clerk):
    an_observation(target=office.targets[1], value=900, raw="900")

    page = upload(
        clerk, office, csv_file([office.row(0, "９６０人"), office.row(1, "940")])
    )

    words = words_of(page)
    assert "新規" in words
    assert "実績値 ：900人／年 → 940人／年" in words.replace("</b>", "")
    assert office.value(0) is None
    assert office.value(1).value == 900


def test_confirming_stores_every_row_with_its_history(office, clerk):
    page = upload(
        clerk, office, csv_file([office.row(0, "960"), office.row(1, "約970")])
    )

    page = confirm(clerk, page)

    assert "新規2件、変更0件を下書きに保存しました。" in words_of(page)
    assert office.value(0).value == 960
    assert office.value(1).note == "記入された値：約970人"
    first = office.value(0).history.get()
    assert first.history_change_reason == "シートの取り込み：R7.csv 2行"
    assert first.history_user == office.person
    assert office.value(0).entered_by == office.person
    assert SheetImport.objects.get().state == "confirmed"


def test_the_same_file_a_second_time_changes_nothing(office, clerk):
    rows = [office.row(0, "960人", 注記="速い"), office.row(1, "集計中")]
    confirm(clerk, upload(clerk, office, csv_file(rows)))
    before = list(Observation.history.values_list("history_id"))

    page = upload(clerk, office, csv_file(rows))

    assert "変わるところはありません" in words_of(page)
    assert "変わるところがないため" in words_of(confirm(clerk, page))
    assert list(Observation.history.values_list("history_id")) == before


def test_blank_cells_leave_what_is_stored(office, clerk):
    an_observation(target=office.targets[0], value=940, raw="940", reason="少ない")

    page = upload(clerk, office, csv_file([office.row(0, "", 注記="速い")]))
    confirm(clerk, page)

    stored = office.value(0)
    assert (stored.value, stored.note, stored.reason) == (940, "速い", "少ない")


def test_one_wrong_row_keeps_all_others_from_being_stored(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(1, "abc")]))

    confirm(clerk, page)

    assert "確定して下書きに保存" not in words_of(page)
    assert office.value(0) is None
    assert SheetImport.objects.get().state == "previewed"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8-sig", "a.csv"), ("cp932", "b.csv"), ("utf-8", "c.csv")],
)
def test_every_encoding_of_an_office_is_read(office, clerk, encoding, name):
    file = csv_file([office.row(0, "960", 注記="①の値")], name=name, encoding=encoding)

    confirm(clerk, upload(clerk, office, file))

    assert office.value(0).value == Decimal(960)
    assert office.value(0).note == "①の値"


def test_a_doubt_must_be_ticked_and_counts_as_confirmed_on_the_screen(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "9600")]))

    unticked = confirm(clerk, page)
    assert "確かめていないことがあります" in words_of(unticked)
    assert office.value(0) is None
    confirm(clerk, page, "far_from_the_path")

    reason = office.value(0).history.get().history_change_reason
    assert reason.startswith("確かめた：")
    assert "R7.csv 2行" in reason


def test_a_text_without_the_headings_is_told_the_first_of_them(office, clerk):
    words = words_of(upload(clerk, office, csv_file([["a", "b"]], headings=["x", "y"])))

    assert "「コード」「年度」「計画」などの見出しが" in words


def test_an_old_encoding_without_the_headings_is_told_of_them_too(office, clerk):
    row = office.row(0, "960", 注記="集計の途中です")
    file = csv_file([], headings=row, encoding="cp932")

    words = words_of(upload(clerk, office, file))

    assert "「コード」「年度」「計画」などの見出しが" in words
    assert "文字コード" not in words


def test_words_that_an_old_encoding_spells_otherwise_are_kept(office, clerk):
    an_observation(target=office.targets[0], note="相談—窓口", reason="4〜9月に増えた")
    row = office.row(0, "960", 注記="相談―窓口", 理由="4～9月に増えた")

    page = upload(clerk, office, csv_file([row], encoding="cp932"))
    confirm(clerk, page)

    stored = office.value(0)
    assert (stored.value, stored.note, stored.reason) == (
        960,
        "相談—窓口",
        "4〜9月に増えた",
    )


def test_earlier_files_are_on_the_next_page(office, clerk, monkeypatch):
    monkeypatch.setattr(import_list, "_ROWS", 1)
    for name in ("first.csv", "second.csv"):
        upload(clerk, office, csv_file([office.row(0, "960")], name=name))

    newest = clerk.get(reverse("import-list"))
    link = BeautifulSoup(newest.content, "html.parser").select_one(".pager [rel=next]")
    earlier = clerk.get(reverse("import-list") + link["href"])

    assert "second.csv" in words_of(newest)
    assert "first.csv" not in words_of(newest)
    assert "first.csv" in words_of(earlier)
