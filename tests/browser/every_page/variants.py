"""In which widths, colours and readings a page is looked at, and for how long.

`make accessibility` looks at all of them. `make test-long` sees each type of public
page on a phone in light and on a screen in dark colours, some with furigana; further
states and staff pages take turns, and one record's admin stands for all.
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

    @property
    def has_contrast(self) -> bool:
        """Whether contrast is measured: among small words it takes most of a run."""
        return not self.query or is_full_run()


ALL = [
    Variant(query, width, scheme)
    for query in ("", FURIGANA)
    for width in (360, 1280)
    for scheme in ("light", "dark")
]
_MAIN = [
    Variant("", 360, "light"),
    Variant("", 1280, "dark"),
    Variant(FURIGANA, 360, "light"),
]
# Every third type with furigana: their HTML is checked on every page (test_markup.py).
_WITH_READINGS = 3
_TURNS = [Variant("", 360, "light"), Variant("", 1280, "dark")]


def chosen_states() -> list[State]:
    return [each for each in states() if is_full_run() or not each.kind.is_repeated]


def variants_of(state: State) -> list[Variant]:
    if is_full_run():
        wanted = ALL
    elif state.kind.is_public and not state.name:
        wanted = _MAIN if turn_of(state) % _WITH_READINGS == 0 else _MAIN[:2]
    else:
        wanted = [_TURNS[turn_of(state) % len(_TURNS)]]
    kind = state.kind
    has_readings = kind.is_public and kind.status == 200 and not kind.is_a_card
    return [one for one in wanted if has_readings or not one.query]


def turn_of(state) -> int:
    """A number that stays with an address when others are added."""
    return sum(map(ord, str(state)))
