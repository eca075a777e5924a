"""Files and links behind an answer."""

import pytest

from indicators.models import Evidence
from tests.indicators.entry.evidence_files import a_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]


def test_a_file_and_a_link_are_kept_and_listed(page, figure, clerk, own_folder):
    after = page.fill(figure, file=a_file(), link="example.jp/shukei").press()

    file, link = Evidence.objects.order_by("pk")
    assert (file.name, file.added_by, file.item) == ("集計表.pdf", clerk, figure)
    assert link.link == "https://example.jp/shukei"
    assert "集計表.pdf" in after.text(figure)
    assert "根拠を2件加えました。" in after.messages
    assert [p.suffix for p in own_folder.rglob("*") if p.is_file()] == [".pdf"]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (a_file("macro.xlsm", b"PK\x03\x04"), "この種類のファイルは添えられません。"),
        (a_file("page.html", b"<html>"), "この種類のファイルは添えられません。"),
        (a_file("no-ending", b"%PDF-"), "この種類のファイルは添えられません。"),
        (a_file("false.pdf", b"MZ..."), "ファイルの中身が「.pdf」ではありません。"),
        (a_file("false.csv", b"a\0b"), "ファイルの中身が「.csv」ではありません。"),
        (a_file("empty.pdf", b""), "ファイルの中身が空です。"),
        (a_file("large.txt", b"x" * 10_485_761), "大きすぎます（10MBまで）"),
        (a_file("長" * 210 + ".pdf"), "ファイルの名前が長すぎます。"),
    ],
    ids=[
        "macros",
        "page",
        "no ending",
        "program",
        "binary",
        "empty",
        "large",
        "long name",
    ],
)
def test_other_files_are_refused_in_words(page, figure, file, sentence):
    file.seek(0)

    after = page.fill(figure, cell="940", file=file).press()

    assert not Evidence.objects.exists()
    assert any(sentence in error for error in after.errors(figure))
    assert after.control(figure, "cell")["value"] == "940"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "http://",
        "これ",
        "ftp://example.jp/x",
        "https://hana:himitsu@example.jp/",
        "https://example.jp/" + "x" * 500,
    ],
    ids=["script", "no host", "a word", "ftp", "password", "too long"],
)
def test_what_is_no_address_is_refused(page, figure, link):
    after = page.fill(figure, link=link).press()

    assert not Evidence.objects.exists()
    assert after.control(figure, "link")["value"] == link


def test_evidence_is_kept_where_the_value_meets_a_conflict(page_of, clerk, figure):
    first, second = page_of(clerk), page_of(clerk)
    first.fill(figure, cell="940").press()

    second.fill(figure, cell="950", file=a_file()).press()

    assert Evidence.objects.get().item == figure


def test_what_stands_there_already_is_not_kept_twice(page_of, clerk, figure):
    for _ in range(2):
        page_of(clerk).fill(figure, file=a_file(), link="https://example.jp/").press()
    other = a_file(content=b"%PDF-1.7 another")
    page_of(clerk).fill(figure, file=other).press()

    assert Evidence.objects.filter(name="集計表.pdf").count() == 2
    assert Evidence.objects.filter(link="https://example.jp/").count() == 1


def test_a_file_that_was_not_kept_has_to_be_chosen_again(page, figure):
    after = page.fill(figure, file=a_file(), link="これ").press()

    assert "「集計表.pdf」は保存していません。もう一度選んでください。" in (
        after.errors(figure)
    )


def test_nothing_is_added_behind_the_approvers_back(page, figure):
    page.fill(figure, cell="960").press("submit")

    after = page.fill(figure, file=a_file()).press()

    assert not Evidence.objects.exists()
    assert "「提出済み」のため、根拠はいま変えられません。" in after.errors(figure)
