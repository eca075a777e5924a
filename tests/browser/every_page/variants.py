"""In which widths, colours and readings a page is looked at, and for how long.

`make accessibility` looks at all of them. `make test` sees each type of page on a phone
in light and, with furigana, on a screen in dark colours; further states of a type take
turns, and one record's admin stands for all.
"""

from typing import NamedTuple

from tests.browser.every_page.states import State, states
from tests.browser.record import is_full_run

FURIGANA = "furigana=1"
_WORDS = {"light": "明るい配色", "dark": "暗い配色", FURIGANA: "ふりがなあり"}


class Variant(NamedTuple):
    query: str
    width: int
    scheme: str

    def __str__(self):
        words = (f"幅{self.width:,}ピクセル", _WORDS[self.scheme])
        return "、".join((*words, *filter(None, [_WORDS.get(self.query)])))


ALL = [
    Variant(query, width, scheme)
    for query in ("", FURIGANA)
    for width in (360, 1280)
    for scheme in ("light", "dark")
]
_PHONE, _SCREEN = Variant("", 360, "light"), Variant(FURIGANA, 1280, "dark")
_TURNS = [Variant("", 1280, "light"), Variant(FURIGANA, 360, "dark")]


def chosen_states() -> list[State]:
    return [each for each in states() if is_full_run() or not each.kind.is_repeated]


def variants_of(state: State) -> list[Variant]:
    if is_full_run():
        wanted = ALL
    elif not state.name:
        wanted = [_PHONE, _SCREEN]
    else:
        wanted = [_TURNS[sum(map(ord, state.name)) % 2]]
    has_readings = state.kind.is_public and state.kind.status == 200
    fitting = [one if has_readings else one._replace(query="") for one in wanted]
    return list(dict.fromkeys(fitting))
