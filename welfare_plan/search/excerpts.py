"""A printed text with the hits of a search marked in it. Pure."""

import re
from collections.abc import Sequence

from plans.search.folding import Span, folded, folded_as_printed

ROOM = 90
_BEFORE = 30
_SENTENCE = re.compile(r"[^。！？!?\n\t]+[。！？!?]*[」』）]*")
_MOST_SENTENCES = 2


def marked(text: str, words: Sequence[str]) -> list[dict]:
    """The text in pieces, each with whether it is a hit: {"text": …, "hit": …}."""
    return _pieces(text, (0, len(text)), _hits(text, words))


def excerpt(text: str, words: Sequence[str]) -> list[dict]:
    """The sentences with the first hits of the words; the first sentence without any.

    A long sentence is cut around its first hit, which an ellipsis says.
    """
    hits = _hits(text, words)
    chosen = _sentences_with(text, words) or _sentences(text)[:1]
    shown, end = [], None
    for start, stop in chosen:
        if end is not None and start > end:
            shown.append({"text": " … ", "hit": False})
        window = _window((start, stop), hits)
        shown += _cut(text, (start, stop), window, hits)
        end = stop
    return shown


def has_hit(text: str, words: Sequence[str]) -> bool:
    return bool(_hits(text, words))


def _places_of(text, word) -> list[Span]:
    """Where a word stands, with years as years and as they are printed."""
    forms = (folded(text), folded_as_printed(text))
    return sorted({place for form in forms for place in form.places_of(word)})


def _hits(text, words) -> list[Span]:
    """Where the words stand, in order, those that touch or overlap as one."""
    found = sorted(place for word in words for place in _places_of(text, word))
    merged = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _sentences(text) -> list[Span]:
    spans = (found.span() for found in _SENTENCE.finditer(text))
    return [span for span in spans if text[slice(*span)].strip()]


def _sentences_with(text, words) -> list[Span]:
    """A sentence for the first hit of each word, in the order of the text."""
    sentences = _sentences(text)
    chosen = set()
    for word in words:
        place = next(iter(_places_of(text, word)), None)
        if place and not any(_holds(sentence, place) for sentence in chosen):
            chosen.update([one for one in sentences if _holds(one, place)][:1])
    return sorted(chosen)[:_MOST_SENTENCES]


def _holds(sentence, place):
    return sentence[0] <= place[0] < sentence[1]


def _window(sentence, hits) -> Span:
    """The part of a sentence that there is room for, with its first hit in it."""
    start, end = sentence
    if end - start <= ROOM:
        return sentence
    first = next((hit for hit in hits if _holds(sentence, hit)), (start, start))
    begin = start if first[0] - start <= _BEFORE else first[0] - _BEFORE
    return begin, min(end, max(begin + ROOM, first[1]))


def _cut(text, sentence, window, hits):
    before = [{"text": "…", "hit": False}] if window[0] > sentence[0] else []
    after = [{"text": "…", "hit": False}] if window[1] < sentence[1] else []
    return [*before, *_pieces(text, window, hits), *after]


def _pieces(text, window, hits):
    found, done = [], window[0]
    for start, end in hits:
        start, end = max(start, window[0]), min(end, window[1])
        if start >= end:
            continue
        found += [
            {"text": text[done:start], "hit": False},
            {"text": text[start:end], "hit": True},
        ]
        done = end
    found.append({"text": text[done : window[1]], "hit": False})
    return [piece for piece in found if piece["text"]]
