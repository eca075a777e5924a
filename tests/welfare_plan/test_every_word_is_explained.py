"""On every type of public page jargon is explained where it first stands."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import resolve

from plans.models import SiteTerm
from tests.browser.every_page.page_types import page_types
from tests.public_addresses import public_pages
from welfare_plan.samples import load_samples

pytestmark = [pytest.mark.django_db, pytest.mark.long]

# What a resident may not know, from the texts of the plans and from the portal's own.
JARGON = {
    "フレイル",
    "権利擁護",
    "市社協",
    "伴走型",
    "重層的支援",
    "多機関協働",
    "参加支援",
    "共創型オーガナイズアクション",
    "アウトリーチ",
    "ヤングケアラー",
    "ワンストップ",
    "ジョブコーチ",
    "成年後見",
    "法人後見",
    "任意後見",
    "地域包括支援センター",
    "民生委員",
    "児童委員",
    "地域共生社会",
    "コーディネーター",
    "インフォーマル",
    "生活支援体制整備事業",
    "デジタルディバイド",
    "ステークホルダー",
    "住宅確保要配慮者",
    "再犯防止",
    "更生保護",
    "保護観察",
    "協力雇用主",
    "避難行動要支援者",
    "個別避難計画",
    "要介護認定",
    "健康寿命",
    "介護予防",
    "認知症サポーター",
    "フードパントリー",
    "フードドライブ",
    "善意銀行",
    "共同募金",
    "中間支援組織",
    "地縁型組織",
    "目的型組織",
    "地域資源",
    "地域生活課題",
    "意思疎通支援",
    "就労移行支援",
    "指定管理",
    "こども家庭センター",
    "ブックスタート",
    "ケアマネジャー",
    "プラットフォーム",
    "マッチング",
    "ライフステージ",
    "ニーズ",
    "ふるさと協議会",
    "コミュニティエリア",
    "原典",
    "仮の名称",
    "基準値",
    "取組目標",
    "目安",
    "進捗率",
    "判定対象外",
    "報告待ち",
    "自動判定",
    "誤差の範囲",
    "単位確認中",
    "速報",
    "集計中",
    "未報告",
    "ポイント",
    "フィード",
    "クッキー",
    "達成基準",
}
# Where a word is a name of something, or a link that explains itself where it leads.
_NOT_RUNNING_TEXT = (
    "a, button, caption, dfn, dt, label, legend, nav, select, summary, svg, th, "
    "h1, h2, h3, h4, h5, h6, .st, .eyebrow, textarea, pre"
)
# Cards on other sites, which have no room for more than the figure and its words.
_NO_ROOM = "embed/"


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


def test_every_type_of_public_page_is_here(pages):
    routes = {resolve(address.partition("?")[0]).route for address in pages}

    wanted = {kind.route for kind in page_types() if kind.is_public}
    assert {each for each in wanted if not each.startswith(_NO_ROOM)} <= routes


def running_texts(soup):
    main = BeautifulSoup(str(soup.main), "html.parser")
    for element in main.select(_NOT_RUNNING_TEXT):
        element.replace_with(" ")
    main.smooth()
    return [str(text) for text in main.find_all(string=True)]


def explained_on(soup):
    """The words that the page itself explains, or leads to an explanation of."""
    return {word.text for word in soup.select("main dfn")}


def test_every_word_of_the_list_is_explained_by_the_site():
    forms = {form for term in SiteTerm.objects.all() for form in term.forms}

    assert JARGON - forms == set()


def test_jargon_in_running_text_is_marked_on_its_page(pages):
    same = {form: term.forms for term in SiteTerm.objects.all() for form in term.forms}
    unexplained = {
        f"{address}: {word} in {text.strip()[:60]}"
        for address, soup in pages.items()
        if address != "/glossary/"
        for text in running_texts(soup)
        for word in JARGON
        if word in text and not explained_on(soup) & set(same[word])
        if not _part_of_an_explained_word(word, text, explained_on(soup))
    }

    assert len(pages) > 30
    assert unexplained == set()


def _part_of_an_explained_word(word, text, explained):
    """市社協 within 桶川市社協, or a word within a longer one that is explained."""
    if word.endswith(("計画", "協議会", "社協")):
        return all(
            re.match("[一-鿿]", text[found.start() - 1 : found.start()])
            for found in re.finditer(word, text)
        )
    return any(word in longer and longer in text for longer in explained)


def test_each_word_is_marked_once_a_page(pages):
    for address, soup in pages.items():
        links = [link["href"] for link in soup.select("main dfn.term a")]
        assert len(links) == len(set(links)), address
        assert not soup.select("a a, :is(h1, h2, h3, h4, button, label) .term")


def test_every_mark_leads_to_its_entry(pages):
    entries = {row["id"] for row in pages["/glossary/"].select("tr[id]")}
    links = {
        link["href"].partition("#")[2]
        for soup in pages.values()
        for link in soup.select('main dfn.term a[href^="/glossary/"]')
    }

    assert len(links) > 40
    assert links <= entries


def test_meanings_are_two_plain_sentences_at_most():
    for term in SiteTerm.objects.all():
        sentences = [part for part in term.meaning.split("。") if part]
        assert len(sentences) <= 2, term
        assert term.meaning.endswith("。"), term
        assert all(re.search("(です|ます|ません)$", each) for each in sentences), term
