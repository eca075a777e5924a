"""Folds a text to the one form in which the search compares. Pure.

Width, case, kana, spellings, years, blanks and marks no longer tell words apart; the
end of a sentence or a line still does, and becomes a blank, and a number is a word of
its own. Each letter of the form remembers where in the printed text it came from, so
that hits can be marked there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.search.numbers import whole_numbers
from plans.search.spellings import LETTERS, SMALL_KA, WORDS
from plans.search.year_letters import with_year_letters

Span = tuple[int, int]

# A letter with what belongs to it: voiced marks, also the half-width ones.
_CLUSTER = re.compile("(.)([\u3099\u309a\uff9e\uff9f\u0300-\u036f]*)", re.DOTALL)
# Marks of footnotes stand inside of words: フレイル※⁸予防.
_FOOTNOTE = re.compile("※[0-9０-９]*[⁰¹²³⁴-⁹]*|[⁰¹²³⁴-⁹]+")
_KANA_ALONE = re.compile("[ぁ-ゖー]+")
_BREAKS = frozenset("。!?\n\t\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}


@dataclass(frozen=True)
class Folded:
    """A folded text, and for each of its letters the span of the text it stands for."""

    text: str
    spans: tuple[Span, ...]

    def places_of(self, word: str) -> Iterator[Span]:
        """Where in the original text a folded word stands, first to last."""
        start = self.text.find(word)
        while word and start >= 0:
            end = start + len(word)
            yield self.spans[start][0], self.spans[end - 1][1]
            start = self.text.find(word, end)


# A page of results asks of each of its texts several times where words stand in it.
@lru_cache(maxsize=64)
def folded(text: str) -> Folded:
    letters, spans = _spelt(text)
    return _finished(*_replaced(letters, spans, with_year_letters(letters)))


@lru_cache(maxsize=64)
def folded_as_printed(text: str) -> Folded:
    """The form in which years are words like others: 令和 is found in 令和12年度."""
    return _finished(*_spelt(text))


def fold(text: str) -> str:
    return folded(text).text


def printed_years(text: str) -> str:
    """The years of a text as they are printed, in the one form, each once."""
    letters, spans = _spelt(text)
    years = {
        _finished(letters[start:end], spans[start:end]).text
        for start, end, _ in with_year_letters(letters)
    }
    return " ".join(sorted(years))


# Both forms begin with it.
@lru_cache(maxsize=64)
def _spelt(text):
    letters, spans = _one_form(text)
    for pattern, word in WORDS:
        found = [(m.start(), m.end(), word) for m in pattern.finditer(letters)]
        letters, spans = _replaced(letters, spans, found)
    return letters, tuple(spans)


def _finished(letters, spans):
    return _letters_alone(*_replaced(letters, spans, whole_numbers(letters)))


def pieces(form: str) -> set[str]:
    """The letters of a folded text, and the pairs of letters that are neighbours."""
    pairs = {one + other for one, other in zip(form, form[1:], strict=False)}
    return {piece for piece in {*form, *pairs} if " " not in piece}


def pieces_to_find(word: str) -> set[str]:
    """The pieces that an entry with a folded word has, as many as make few enough.

    Pairs of kanji: those across a seam are the rare ones (域福 in 地域福祉). In kana
    all are common, and each is one more list to read: so many that they hold each
    letter.
    """
    last = max(len(word) - 2, 0)
    step = 2 if _KANA_ALONE.fullmatch(word) else 1
    return {word[start : start + 2] for start in (*range(0, last, step), last)}


def _one_form(text: str) -> tuple[str, list[Span]]:
    """Small NFKC letters in hiragana and daily kanji, each with its span."""
    letters, spans = [], []
    skip = {i for found in _FOOTNOTE.finditer(text) for i in range(*found.span())}
    for cluster in _CLUSTER.finditer(text):
        if cluster.start() in skip:
            continue
        form = _letter_form(cluster.group())
        letters.append(form)
        spans += [cluster.span()] * len(form)
    return "".join(letters), spans


@lru_cache(maxsize=4096)
def _letter_form(cluster: str) -> str:
    if unicodedata.category(cluster[0]) in ("Co", "Cs", "Cn"):
        return ""
    form = unicodedata.normalize("NFKC", cluster).casefold().translate(_TO_HIRAGANA)
    # Once more: casefold may take a letter apart.
    form = unicodedata.normalize("NFKC", form)
    return form.translate(SMALL_KA).translate(LETTERS)


def _replaced(letters, spans, found) -> tuple[str, Sequence[Span]]:
    """Some stretches exchanged for words; each letter of those stands for all of it."""
    if not found:
        return letters, spans
    new_letters, new_spans, done = [], [], 0
    for start, end, word in found:
        if start < done:
            continue
        new_letters += letters[done:start], word
        new_spans += spans[done:start]
        new_spans += [(spans[start][0], spans[end - 1][1])] * len(word)
        done = end
    new_letters.append(letters[done:])
    return "".join(new_letters), [*new_spans, *spans[done:]]


def _letters_alone(letters, spans) -> Folded:
    """Without blanks and marks; one blank between what breaks keep apart."""
    kept, places = [], []
    for letter, span in zip(letters, spans, strict=True):
        if letter in _BREAKS:
            letter = " "
        elif not _counts(letter):
            continue
        if letter == " " and kept[-1:] in ([], [" "]):
            continue
        kept.append(letter)
        places.append(span)
    if kept[-1:] == [" "]:
        kept.pop()
        places.pop()
    return Folded("".join(kept), tuple(places))


def _counts(letter: str) -> bool:
    """Whether it is a letter, a digit, or stands for a year or for a sign."""
    return letter.isalnum() or unicodedata.category(letter) == "Co"
