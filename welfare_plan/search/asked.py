"""What an address of the search asks for; nothing that can be typed is an error."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from plans.places import EVERYWHERE, Place
from plans.search.query import words_of
from welfare_plan.search.kinds import KINDS

LONGEST = 100
MOST_WORDS = 10
_MOST_PARTS = 6
# Runs of one script: a long word without hits is tried in such parts. Kana alone are
# endings and particles; after two kanji one belongs to the word: 子育て.
_RUNS = re.compile(
    "[一-鿿々〆]{2,}(?:[ぁ-ん](?<![のにをはがとへもでやっしさすだな]))?|[一-鿿々〆]+"
    "|[ァ-ヺー]+|[A-Za-z]+|[0-9]+"
)
_BARE_YEAR = re.compile(r"(?<!\S)([0-9０-９]{1,2})\s?年度(?!\S)")
_LAST_OF_REIWA, _LAST_OF_HEISEI = 20, 31


@dataclass(frozen=True)
class Asked:
    """What was typed, its folded words with how each was typed, and the filters.

    `said` tells what was not taken as it was typed.
    """

    typed: str
    words: dict[str, str]
    plan: str = ""
    kind: str = ""
    page: str = ""
    said: tuple[str, ...] = ()
    place: Place = EVERYWHERE

    @classmethod
    def of(cls, values) -> "Asked":
        whole = " ".join(values.get("q", "").replace("\0", "").split())
        typed = whole[:LONGEST]
        with_eras, said = _with_eras(typed)
        words = list(words_of(with_eras).items())
        if len(whole) > LONGEST:
            said.append("言葉が長いため、はじめの100文字でさがしました。")
        if typed and not words:
            said.append("記号だけではさがせません。文字か数字を入力してください。")
        if left := [word for _, word in words[MOST_WORDS:]]:
            said.append(
                f"一度にさがせるのは、{MOST_WORDS}の言葉までです。"
                f"「{'」「'.join(left)}」は、さがしていません。"
            )
        kind = values.get("kind", "")
        if kind and kind not in KINDS:
            said.append("その種類はないため、すべての種類からさがしました。")
        return cls(
            typed=typed,
            words=dict(words[:MOST_WORDS]),
            plan=values.get("plan", "").replace("\0", ""),
            kind=kind,
            page=values.get("page", ""),
            said=tuple(said),
            place=Place.of(values),
        )

    @property
    def known_kind(self) -> str:
        return self.kind if self.kind in KINDS else ""

    def query(self) -> dict:
        """The parameters of this search, those that say nothing left out."""
        given = {"q": self.typed, "plan": self.plan, "kind": self.kind}
        made = {name: value for name, value in given.items() if value}
        return made | self.place.query()

    def url(self, **changed) -> str:
        """The address of the same search with another filter, on its first page."""
        query = urlencode(replace(self, **changed).query())
        return f"{reverse('search')}?{query}"


def _with_eras(typed):
    """12年度 as 令和12年度, and the sentences that say so."""
    said = []

    def named(found):
        number = int(found[1])
        if not 0 < number <= _LAST_OF_HEISEI:
            return found[0]
        year = f"{'令和' if number <= _LAST_OF_REIWA else '平成'}{number}年度"
        said.append(f"「{found[0]}」は、{year}としてさがしました。")
        return year

    return _BARE_YEAR.sub(named, typed), said


def looser_words(asked: Asked) -> list[str]:
    """What to try one by one where nothing was found: the words, or parts of one."""
    if len(asked.words) > 1:
        return list(asked.words.values())
    parts = [part for word in asked.words.values() for part in _parts(word)]
    return [part for part in dict.fromkeys(parts) if part != asked.typed][:_MOST_PARTS]


def _parts(word):
    for run in _RUNS.findall(word):
        if re.fullmatch("[一-鿿々〆]{4,}", run):
            yield from (run[start : start + 2] for start in range(0, len(run) - 1, 2))
        elif len(run) > 1:
            yield run
