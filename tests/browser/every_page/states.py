"""The addresses that are opened: one a type of page, and more where a type has states.

A search with hits looks different from one without, and a measure with figures from
one without. Plans, codes and words are those of fixtures/ and its samples.
"""

from dataclasses import dataclass

from tests.browser.every_page.page_types import PageType, page_types
from tests.rights_world import ANYBODY, ROLES

_OF = "plans/<slug:plan_slug>/"
KASHIWA = "/plans/kashiwa-chiiki-fukushi/"
_IN = "/kashiwa-chiiki-fukushi/"
MIHON = "/plans/mihon-shi-chiiki-fukushi/"
# 2014 to 2018, and one that has neither figures nor a period.
ENDED, WORDS_ONLY = "/plans/kashiwa-shakyo-3/", "/plans/kashiwa-hashira-1/"
# More parameters than Django reads, so that it refuses the address.
_TOO_MANY = "/search/?" + "&".join(["a"] * 1001)


@dataclass(frozen=True)
class State:
    """An address; without one the small world of records has it (opened.py)."""

    kind: PageType
    name: str = ""
    address: str = ""

    def __str__(self):
        return f"{self.kind.route or '/'} {self.name}".strip()


# Pages of plans that are fuller than the small world, or that its plan does not have.
_STATES = {
    "embed/targets/<slug:plan_slug>/<code:code>/": {"": f"/embed/targets{_IN}4-3/"},
    "embed/policies/<slug:plan_slug>/<code:code>/": {"": f"/embed/policies{_IN}2/"},
    _OF: {"": KASHIWA, "ended": ENDED, "words alone": WORDS_ONLY},
    f"{_OF}source-notes/": {"": f"{KASHIWA}source-notes/"},
    f"{_OF}glossary/": {"": "/plans/kita-ku/glossary/"},
    f"{_OF}dashboard/": {
        "": f"{KASHIWA}dashboard/",
        "every status": f"{MIHON}dashboard/",
        "filtered": f"{MIHON}dashboard/?status=behind&sort=distance",
        "ended": f"{ENDED}dashboard/",
        "words alone": f"{WORDS_ONLY}dashboard/",
    },
    f"{_OF}departments/<slug:code>/": {"": f"{MIHON}departments/chiiki-fukushi/"},
    f"{_OF}reports/": {"": f"{KASHIWA}reports/"},
    f"{_OF}reports/<str:year>/": {
        "": f"{KASHIWA}reports/R7/",
        "every status": f"{MIHON}reports/R7/",
    },
    f"{_OF}policies/<code:code>/": {
        "": f"{KASHIWA}policies/2/",
        "ended": f"{ENDED}policies/2/",
    },
    f"{_OF}measures/<code:code>/": {
        "": f"{KASHIWA}measures/2-1/",
        "without figures": "/plans/okegawa-shakyo-6/measures/1-1/",
        "ended": f"{ENDED}measures/2-2/",
    },
    f"{_OF}initiatives/<code:code>/": {"": f"{KASHIWA}initiatives/2-1-1/"},
    f"{_OF}targets/<code:code>/": {
        "": f"{KASHIWA}targets/4-3/",
        "goal revised": f"{MIHON}targets/4-1/",
        "discontinued": f"{MIHON}targets/2-3/",
        "goal in words": f"{ENDED}targets/1-1-1/",
    },
    f"{_OF}surveys/<code:code>/": {"": f"{KASHIWA}surveys/2-2/"},
    f"{_OF}history/": {"": f"{KASHIWA}history/"},
    "how-we-judge/": {
        "": "/how-we-judge/",
        "a chosen target": ("/how-we-judge/?plan=mihon-shi-chiiki-fukushi&target=4-1"),
    },
    "dashboard/": {"": "/dashboard/", "filtered": "/dashboard/?status=behind"},
    "themes/<slug:slug>/": {
        "": "/themes/consultation/",
        "without windows": "/themes/rehabilitation/",
    },
    "actions/": {
        "": "/actions/",
        "second page": "/actions/?page=2",
        "chosen": "/actions/?actor=citizen&plan=kashiwa-chiiki-fukushi",
        "nothing found": "/actions/?actor=citizen&theme=rehabilitation",
    },
    "search/": {
        "": "/search/",
        "hits": "/search/?q=介護",
        "second page": "/search/?q=見守り&page=2",
        "filtered": "/search/?q=見守り&plan=kashiwa-chiiki-fukushi&kind=activity",
        "filtered away": "/search/?q=鰻&kind=plan&plan=nowhere",
        "nothing found": "/search/?q=鰻",
        "parts found": "/search/?q=お金に困った",
    },
}
_ERRORS = {
    PageType("（400）", ANYBODY, 400): _TOO_MANY,
    PageType("（403）", ROLES[0], 403): "/staff/people/",
    PageType("（404）", ANYBODY, 404): "/no-such-page/",
    # Made by opened.py, since no address of a healthy server leads to them.
    PageType("（CSRF）", ANYBODY, 403): "/made/csrf/",
    PageType("（500）", ANYBODY, 500): "/made/500/",
    PageType("（503）", ANYBODY, 503): "/made/503/",
}


def states() -> list[State]:
    """Every address, the pages of errors at the end."""
    found = [
        State(kind, name, address)
        for kind in page_types()
        for name, address in _STATES.get(kind.route, {"": ""}).items()
    ]
    errors = [State(kind, "", address) for kind, address in _ERRORS.items()]
    return found + errors


def state_of(route, name="") -> State:
    return next(
        each for each in states() if (each.kind.route, each.name) == (route, name)
    )
