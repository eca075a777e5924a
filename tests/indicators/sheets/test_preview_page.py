"""The preview of a large or hostile file stays small, sorted and harmless."""

import csv

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from indicators.models import SheetImport
from indicators.sheets import preview
from tests.indicators.sheets.office import confirm, csv_file, upload, words_of
from tests.value_records import an_observation


def test_errors_come_first_fifty_rows_a_page_and_the_page_stays_small(office, clerk):
    office.targets += [office.add_target() for _ in range(118)]
    good = [office.row(n, "960", 注記="あ" * 300) for n in range(60)]
    bad = [office.row(n, "約" * 100, 数値でないとき="え" * 190) for n in range(60, 120)]

    page = upload(clerk, office, csv_file(good + bad))

    words = words_of(page)
    assert "60 エラー" in words
    assert "全3ページの1ページ目" in words
    assert words.count("行目") == 50
    assert "実績 62行目" in words
    assert "実績 2行目" not in words
    assert len(page.content) < 100_000


def test_only_rows_of_one_kind_are_listed_when_asked(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(1, "abc")]))
    address = page.redirect_chain[0][0]

    words = words_of(clerk.get(address, {"kind": "new"}))

    assert "実績 2行目" in words
    assert "実績 3行目" not in words


def test_both_is_said_of_two_buttons_alone(office, clerk):
    both = upload(clerk, office, csv_file([office.row(0, "960")]))
    confirm(clerk, both)
    one = upload(clerk, office, csv_file([office.row(0, "960")]))

    assert "どちらも、すべての行を一度に保存します。" in words_of(both)
    assert "すべての行を一度に保存します。" in words_of(one)
    assert "どちらも" not in words_of(one)


@pytest.mark.parametrize("typed", ["=cmd|'/c calc'!A1", "+1+1人", "-2人+3", "@SUM(A1)"])
def test_the_file_of_errors_runs_nothing(office, clerk, typed):
    upload(clerk, office, csv_file([office.row(0, typed), office.row(1, "960")]))

    address = reverse("import-errors", args=[SheetImport.objects.get().pk])
    lines = clerk.get(address).content.decode("utf-8-sig").splitlines()

    assert list(csv.reader(lines))[1][4] == f"'{typed}"


def test_markup_in_cells_stays_text(office, clerk):
    evil = "<script>alert(1)</script>"
    rows = [
        office.row(0, evil, 注記=evil),
        office.row(1, "960", 理由=evil),
        office.row(0, "1", コード=evil),
    ]

    page = upload(clerk, office, csv_file(rows, name="<script>.csv"))

    assert "<script>" not in page.content.decode()
    assert "&lt;script&gt;" in page.content.decode()


def test_of_long_texts_the_part_that_changed_is_shown(office, clerk):
    same = "相談の窓口を増やしました。" * 20
    an_observation(target=office.targets[0], reason=f"{same}来年も続けます。")
    row = office.row(0, "940", 理由=f"{same}来年は見直します。")

    words = words_of(upload(clerk, office, csv_file([row])))

    assert "来年も続けます。 →" in words
    assert "来年は見直します。" in words


def test_fifty_rows_of_long_changes_weigh_little(office, clerk):
    office.targets += [office.add_target() for _ in range(48)]
    for target in office.targets:
        an_observation(target=target, note="古" * 300, reason="い" * 4_000)
    rows = [
        office.row(n, "約延べ960人", 速報="はい", 注記="新" * 270, 理由="し" * 4_000)
        for n in range(50)
    ]

    page = upload(clerk, office, csv_file(rows))

    assert "50 変更" in words_of(page)
    assert len(page.content) < 100_000


def test_the_next_page_shows_more_of_the_same_kind(office, clerk, monkeypatch):
    monkeypatch.setattr(preview, "ROWS", 1)
    office.targets.append(office.add_target())
    rows = [office.row(n, value) for n, value in enumerate(("960", "970", "abc"))]
    start = upload(clerk, office, csv_file(rows)).redirect_chain[0][0]

    first = BeautifulSoup(clerk.get(start, {"kind": "new"}).content, "html.parser")
    address = first.select_one(".pager [rel=next]")["href"]
    second = clerk.get(start + address.partition("#")[0])

    assert address == "?kind=new&page=2#rows"
    assert first.select_one("#rows")
    assert "実績 3行目" in words_of(second)
    assert "実績 2行目" not in words_of(second)
