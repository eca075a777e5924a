"""On every type of public page a number that is shown as a figure says its unit."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from tests.public_addresses import public_pages
from welfare_plan.samples import load_samples

pytestmark = [pytest.mark.django_db, pytest.mark.long]

# Elements that hold figures, and nothing else that could be a number.
FIGURES = (
    ".fig dd, .counts li > b, .nums dd, .nums span, .key li b, .matrix td, "
    ".stack text, .chart .now, .chart .b"
)
_NUMBER = re.compile(r"[−+±]?[0-9][0-9,.]*")
# A number that ends here, or goes on in a way that is no unit.
_BARE = re.compile(r"[−+±]?[0-9][0-9,.]*(?=\s*(?:$|[・、。→（(]))")
# R7 and 2025 below the axis of a chart; a unit that the publisher must confirm.
_NO_FIGURE = re.compile(r"R[0-9]+|^20[0-9]{2}$|[0-9,.]+（単位は確認中）")


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_samples()
        client = Client()
        found = {
            address: BeautifulSoup(client.get(address).content, "html.parser")
            for address in public_pages()
        }
        transaction.set_rollback(True)
    return found


def bare_numbers(text):
    return _BARE.findall(_NO_FIGURE.sub("", " ".join(text.split())))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("95", ["95"]),
        ("8 → 5枚", ["8"]),
        ("集計中1・未報告1", ["1", "1"]),
        ("配布1,500", ["1,500"]),
        ("1,100人／年", []),
        ("8枚 → 5枚", []),
        ("94%", []),
        ("R7", []),
        ("74（単位は確認中）", []),
    ],
)
def test_a_bare_number_is_seen(text, bare):
    assert bare_numbers(text) == bare


def test_every_figure_has_its_unit(pages):
    shown, bare = 0, set()
    for address, soup in pages.items():
        for element in soup.select(FIGURES):
            text = element.get_text()
            shown += bool(_NUMBER.search(text))
            if bare_numbers(text):
                bare.add(f"{address}: {text.strip()[:60]}")

    assert shown > 1000
    assert bare == set()


def test_counts_and_movements_in_sentences_have_theirs(pages):
    counted = re.compile(
        r"(?:集計中|未報告|報告時期前|推移を確認|基準値なし|単位確認中|配布)[0-9][0-9,]*"
        r"(?!件|人|[0-9,])|[0-9] → [0-9]"
    )
    bare = {
        f"{address}: {found[0]}"
        for address, soup in pages.items()
        for found in counted.finditer(soup.main.get_text())
    }

    assert bare == set()


def test_every_sum_says_the_unit_of_its_numbers(pages):
    sums = [
        (address, steps)
        for address, soup in pages.items()
        for steps in soup.select(".steps:has(.calc)")
        if re.search("[0-9] −", steps.get_text())
    ]

    assert sums
    for address, steps in sums:
        before = steps.find_previous_sibling()
        assert before.get_text().startswith("計算の数の単位は"), address


def test_every_table_of_years_and_every_pack_names_its_units(pages):
    for address, soup in pages.items():
        for table in soup.select("table.years"):
            assert "（" in table.caption.get_text(), address
        for row in soup.select("table.figures tbody th"):
            assert row.select_one(".small").get_text() not in ("（）", ""), address
