"""What of a round its page shows: a filter, a page of rows, a value to be corrected."""

from dataclasses import dataclass, replace

from django.urls import reverse

from indicators.rounds.standing import OWED
from initiatives.models import AnswerState

ROWS = 20
_DONE = (AnswerState.APPROVED.value, AnswerState.PUBLISHED.value)
# What the page can be narrowed to, by the word in its address.
FILTERS = {
    "": ("すべて", ()),
    "todo": ("これから提出", OWED),
    "returned": ("差戻し", (AnswerState.RETURNED.value,)),
    "submitted": ("提出済み", (AnswerState.SUBMITTED.value,)),
    "done": ("承認済み・公開", _DONE),
}


@dataclass(frozen=True)
class Choice:
    """What of a round is shown: a filter, a page, a public value to be corrected."""

    narrowed: str = ""
    number: int = 1
    correct: int = 0

    def address(self, round_, **changes) -> str:
        wanted = {"state": self.narrowed, "page": self.number, **changes}
        query = "&".join(
            f"{name}={value}"
            for name, value in wanted.items()
            if value and (name, value) != ("page", 1)
        )
        address = reverse("figures-entry", args=[round_.pk])
        return f"{address}?{query}" if query else address


def choice_from(query) -> Choice:
    """The choice of an address; what makes no sense counts as not said."""
    narrowed = query.get("state", "")
    return Choice(
        narrowed=narrowed if narrowed in FILTERS else "",
        number=max(_number(query.get("page")), 1),
        correct=to_correct(query),
    )


def to_correct(values) -> int:
    """The item whose public value an address or a pressed button names, or 0."""
    return _number(values.get("correct"))


def _number(text):
    is_number = text is not None and text.isascii() and text.isdecimal()
    return int(text) if is_number and len(text) < 10 else 0


def narrowed(asked, narrowed):
    states = FILTERS[narrowed][1]
    return asked.filter(state__in=states) if states else asked


def filter_links(round_, choice, counts):
    rows = []
    for word, (label, states) in FILTERS.items():
        number = sum(counts[s] for s in states) if states else sum(counts.values())
        if number or word in ("", choice.narrowed):
            rows.append(
                {
                    "label": f"{label}（{number}件）",
                    "url": choice.address(round_, state=word, page=1),
                    "is_here": word == choice.narrowed,
                }
            )
    return rows


def on_a_page(choice: Choice, counts) -> Choice:
    """The choice on its page, or on the last: rows that were done are gone from it."""
    return replace(choice, number=min(choice.number, _last_page(choice, counts)))


def _last_page(choice, counts):
    states = FILTERS[choice.narrowed][1]
    total = sum(n for s, n in counts.items() if not states or s in states)
    return max(-(-total // ROWS), 1)


def pager(round_, choice, counts):
    last, number = _last_page(choice, counts), choice.number

    def step(wanted):
        if not 1 <= wanted <= last:
            return None
        url = choice.address(round_, page=wanted)
        return {"url": url, "title": f"{wanted}ページ目"}

    return {
        "previous": step(number - 1),
        "next": step(number + 1),
        "has_next": number < last,
        "here": f"全{last}ページの{number}ページ目" if last > 1 else "",
    }
