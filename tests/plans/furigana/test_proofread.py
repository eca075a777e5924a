"""Every word that visitors meet is read, and read as it was proof-read."""

import csv
from copy import copy

import pytest
import yaml
from bs4 import BeautifulSoup, NavigableString
from django.conf import settings
from django.test import Client

from plans.furigana.matching import Matcher
from plans.furigana.words import KANJI_RUN
from plans.page_markup import NO_TEXT
from tests.crawler import crawl
from tests.plans.furigana.proof import mistakes, proofread

pytestmark = [pytest.mark.django_db, pytest.mark.long]

FIXTURES = settings.BASE_DIR / "fixtures"
LIST = FIXTURES / "readings.csv"


def rows_of_the_list():
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.fixture(scope="module")
def matcher():
    return Matcher(map(tuple, rows_of_the_list()))


def texts_of(value):
    """The sentences and names in a file; a unit such as 人 stands by a number."""
    if isinstance(value, str):
        return [value] if len(value) > 1 else []
    if isinstance(value, dict):
        value = value.values()
    return [t for item in value for t in texts_of(item)] if _is_many(value) else []


def _is_many(value):
    return hasattr(value, "__iter__")


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.rglob("*.yaml")), ids=lambda path: path.stem
)
def test_every_text_of_the_plans_is_read_as_it_was_proofread(path, matcher):
    texts = texts_of(yaml.safe_load(path.read_text(encoding="utf-8")))

    assert mistakes(texts, matcher, proofread()) == []


def test_the_list_is_in_order_and_names_each_word_once():
    keys = [(word, after) for word, _, after in rows_of_the_list()]

    assert keys == sorted(set(keys))


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return crawl(Client(), start="/?furigana=1")


def test_furigana_stay_on_from_page_to_page(pages):
    lost = [a for a in pages if "furigana=1" not in a and not a.endswith(".atom")]

    assert len(pages) > 200
    assert lost == []


def test_every_kanji_of_every_public_page_is_read(pages):
    unread = {
        f"{address}: {text}"
        for address, (_, soup) in pages.items()
        for text in _texts(soup)
        if KANJI_RUN.search(text)
    }

    assert unread == set()


def test_every_reading_on_a_page_is_a_proofread_one(pages, matcher):
    texts = {
        " ".join(text.split())
        for _, soup in pages.values()
        for text in _texts(_without_readings(soup))
    }

    assert mistakes(texts, matcher, proofread()) == []


def _texts(soup: BeautifulSoup):
    """The texts of a page that can have readings and have none."""
    for text in soup.find_all(string=True):
        inside = {parent.name for parent in text.parents}
        if type(text) is NavigableString and not inside & {*NO_TEXT, "feed"}:
            yield str(text)


def _without_readings(soup):
    page = copy(soup)
    for mark in page.select("rp, rt"):
        mark.decompose()
    for mark in page.select("ruby, ruby-text"):
        mark.unwrap()
    page.smooth()
    return page
