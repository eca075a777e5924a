"""Telephone numbers and mail addresses in all the ways people write them."""

from urllib.parse import quote

import pytest

from welfare_plan.log_cuts import without_private_data

TELEPHONES = [
    "09012345678",
    "0471671111",
    "04-7167-1111",
    "04(7167)1111",
    "(04)7167-1111",
    "（04）7167－1111",
    "０９０１２３４５６７８",
    "０４ー７１６７ー１１１１",
    "090-12345678",
    "0120-123-456",
    "0800-123-4567",
    "04998-2-1234",
    "+81-4-7167-1111",
    "+819012345678",
    "+81(0)4-7167-1111",
]
MAILS = ["taro@example.jp", "山田@例え.jp", "山田＠例え．jp", "a.b+c@x-y.co.jp"]


def as_it_is(text):
    return text


def as_in_a_path(text):
    """Of Django's lines about requests."""
    return text.encode("unicode_escape").decode()


def as_in_an_address(text):
    return quote(text, safe="")


ways = pytest.mark.parametrize("way", [as_it_is, as_in_a_path, as_in_an_address])


@ways
@pytest.mark.parametrize("number", TELEPHONES)
def test_a_telephone_number_is_cut(number, way):
    written = without_private_data(way(f"電話:{number} まで"))

    assert "[tel]" in written
    assert not any(part in written for part in ("1234", "7167", "671111", "567"))
    assert way("１") not in written


@pytest.mark.parametrize("text", ["電話%sへ", "TEL%s", "tel=%s&x=1", "%s。", "(%s)"])
def test_what_stands_beside_a_number_does_not_matter(text):
    assert without_private_data(text % "0471671111") == text % "[tel]"


@ways
@pytest.mark.parametrize("mail", MAILS)
def test_a_mail_address_is_cut(mail, way):
    written = without_private_data(way(f"/{mail}/ が"))

    assert "[mail]" in written
    assert not any(part in written for part in ("taro", "example", "co.jp", "x-y"))
    assert not any(way(letter) in written for letter in "山田例え")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T03:04:05.678901+00:00 took 0.0123456789 s",
        "02-03-2026 12:00:00",
        "id=0000000123 pk=1234567890 epoch 1700000000",
        "090123456789 109012345678 1090-1234-5678-9",
        "5f0c0901234567890abc 0901234567f e0471671111",
        "01234567-0123-4567-0123-012345678901",
        "port 8000, pid 4121, 192.0.2.1:54321, code 011002",
        "1.0471671111 -0.04",
        "R12-34 10-20-30",
        "@page a@b 50%40",
    ],
)
def test_figures_times_and_ids_stay(text):
    assert without_private_data(text) == text
