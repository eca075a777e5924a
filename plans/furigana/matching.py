"""Finds the words of a list in a text, the longest first, and says their readings."""

import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import pairwise

from plans.furigana.counters import counter_reading, number_before
from plans.furigana.forms import forms
from plans.furigana.words import (
    KANJI,
    KANJI_RUN,
    Piece,
    ReadingDoesNotFitError,
    split_word,
)

AFTER_NUMBER = "number"


class Matcher:
    """Readings made ready for many texts. Made from (word, reading, after) rows.

    `after` is "" or AFTER_NUMBER, which holds right after a digit only. A word whose
    reading does not fit it stays without one.
    """

    def __init__(self, readings: Iterable[tuple[str, str, str]]):
        self._words: dict[tuple[str, str], tuple[Piece, ...]] = {}
        # Longer words first: 入れ is a form of 入れる before it is one of 入る.
        given = sorted(readings, key=lambda row: (-len(row[0]), row))
        for word, reading, after in given:
            self._learn(word, reading, after)
        for word, reading, after in given:
            for form, form_reading in forms(word, reading):
                self._learn(form, form_reading, after)
        self._lengths = _lengths_by_start(word for _, word in self._words)
        starts = "".join(sorted({start[0] for start in self._lengths}))
        # A kanji that no word begins with is looked at too: it is read by nothing.
        self._next = re.compile(f"[{KANJI}{re.escape(starts)}]")

    def _learn(self, word, reading, after):
        """Keep the reading of a word, unless another one is known already."""
        if (after, word) in self._words or not KANJI_RUN.search(word):
            return
        with suppress(ReadingDoesNotFitError):
            self._words[after, word] = split_word(word, reading)

    def pieces(self, text: str, before: str = "") -> list[Piece]:
        """The text cut into bases and readings, in order.

        `before` is what stands before the text, for the number it may end with.
        """
        words, place = [], 0
        while found := self._next.search(text, place):
            start = found.start()
            if start > place:
                words.append(((text[place:start], ""),))
            number = number_before(text[max(0, start - 20) : start] or before)
            words.append(self._word_at(text, start, number))
            place = start + sum(len(base) for base, _ in words[-1])
        if place < len(text):
            words.append(((text[place:], ""),))
        return _joined(_without_doubt(words))

    def _word_at(self, text, start, number):
        """The longest word that begins here, or the one character that is none."""
        for length in self._lengths.get(text[start : start + 1], ()):
            word = text[start : start + length]
            counter = self._words.get((AFTER_NUMBER, word))
            if number and counter:
                special = counter_reading(word, number)
                return ((word, special),) if special else counter
            plain = self._words.get(("", word))
            if plain and not (number and self._begins_with_counter(plain)):
                return plain
        return ((text[start], ""),)

    def _begins_with_counter(self, pieces):
        """After a number 分か is 分 and か (30分から), not a form of 分かる."""
        return len(pieces) > 1 and (AFTER_NUMBER, pieces[0][0]) in self._words


def _lengths_by_start(words):
    """First character to the lengths of the words that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {start: sorted(found, reverse=True) for start, found in lengths.items()}


def _without_doubt(words):
    """Words of one kanji are read as nothing next to each other or to an unknown kanji.

    They are most likely parts of an unknown word: 川 in 鴨川, 水 and 道 in 水道.
    """
    unknown = [_is_unknown(word) for word in words]
    for left, right in pairwise(range(len(words))):
        if _is_short(words[left]) and _is_short(words[right]):
            unknown[left] = unknown[right] = True
    for places in (range(len(words)), reversed(range(len(words)))):
        for before, here in pairwise(places):
            unknown[here] |= unknown[before] and _is_short(words[here])
    for word, is_unknown in zip(words, unknown, strict=True):
        yield tuple((base, "") for base, _ in word) if is_unknown else word


def _is_unknown(word):
    return any(not reading and KANJI_RUN.search(base) for base, reading in word)


def _is_short(word):
    return len(word) == 1 and len(word[0][0]) == 1 and bool(word[0][1])


def _joined(words):
    """All pieces, with neighbours that have no reading put together."""
    pieces: list[Piece] = []
    for word in words:
        for base, reading in word:
            if pieces and not reading and not pieces[-1][1]:
                pieces[-1] = (pieces[-1][0] + base, "")
            else:
                pieces.append((base, reading))
    return pieces
