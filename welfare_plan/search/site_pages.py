"""The pages of the site itself, found by the words that people use for them."""

from collections.abc import Sequence
from functools import cache

from django.urls import reverse

from plans.search.folding import fold
from plans.search.query import Spellings

# Name of the address, title, what the page is for, and words that lead to it.
_PAGES = (
    (
        "consult",
        "相談したい",
        "計画に書かれている相談の窓口を案内します。",
        "相談 電話番号 困りごと 困って 困った 悩み 助けて",
    ),
    (
        "actions",
        "わたしにできること",
        "市民や地域の行動の例を、計画から集めています。",
        "参加したい 手伝いたい ボランティアしたい",
    ),
    (
        "how-we-judge",
        "判定の見方",
        "進捗率や、達成・順調などの判定の決め方を説明します。",
        "進捗率 自動判定 達成 順調 遅れ 目安 判定対象外 判定できない 計算",
    ),
    (
        "dashboard",
        "すべての計画の進み具合",
        "目標の数値がどこまで進んだかを、計画ごとに示します。",
        "ダッシュボード 進捗状況 達成状況 実績 担当課",
    ),
    (
        "glossary",
        "用語集",
        "計画が説明している言葉を集めています。",
        "言葉の意味 用語 解説",
    ),
    (
        "sources",
        "原典",
        "このサイトのもとにした計画の資料を示します。",
        "もとの資料 計画書 出典 PDF",
    ),
    (
        "about",
        "このサイトについて",
        "このサイトの使い方と、載せているデータについて説明します。",
        "使い方 ふりがな ヘルプ サイトの説明 予算",
    ),
    ("contact", "お問い合わせ", "お問い合わせ先を示します。", "問合せ先 連絡先"),
    ("terms", "利用規約", "データを使うときの決まりです。", "ライセンス 引用 転載"),
    (
        "privacy",
        "プライバシーとCookie",
        "保存する情報と、しない情報を示します。",
        "個人情報 クッキー",
    ),
    (
        "accessibility",
        "ウェブアクセシビリティ方針",
        "読みやすさ、使いやすさの目標と、まだできていないことを示します。",
        "バリアフリー 読み上げ JIS",
    ),
)


def site_pages(words: Sequence[Spellings]) -> list[dict]:
    """Those that every word speaks of: 判定, 進捗率, and also 進捗率の計算."""
    return [
        {"url": reverse(name), "title": title, "about": about}
        for name, title, about, _ in _PAGES
        if all(_speaks_of(name, spellings) for spellings in words)
    ]


def _speaks_of(name, spellings):
    title, known = _folded()[name]
    return any(
        len(word) > 1 and (word in title or any(one in word for one in known))
        for word in spellings
    )


@cache
def _folded():
    """The title of each page, and the words that name it as a part of others."""
    return {
        name: (fold(title), [fold(word) for word in words.split()])
        for name, title, _, words in _PAGES
    }
