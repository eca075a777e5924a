"""Targets counted by status: every target once, nothing averaged, no grade."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from indicators.dashboards.filters import Filters
from indicators.dashboards.standing import Standing, chip, short_word
from indicators.judgement_labels import GROUPS, JUDGED, LABELS, Label

_NOT_JUDGED = Label("", "－", "none")


def tiles(standings: Sequence[Standing], filters: Filters, base: str) -> list[dict]:
    """A number for each status that occurs, then for the two other groups."""
    counted = Counter(each.judged.status for each in standings if _is_judged(each))
    groups = Counter(each.group for each in standings)
    rows = [
        (status.value, LABELS[status], counted[status])
        for status in JUDGED
        if counted[status]
    ]
    rows += [
        (group, Label(GROUPS[group], "－", "none"), groups[group])
        for group in ("waiting", "outside")
    ]
    return [
        {
            "count": f"{count:,}",
            "chip": chip(Label(short_word(label), label.symbol, label.css)),
            "url": filters.address(base, status=value) + "#targets" if count else "",
        }
        for value, label, count in rows
    ]


def breakdown(standings: Sequence[Standing], noun: str) -> str:
    """How many there are, and what the two groups without a verdict are made of."""
    sentences = [f"{len(standings):,}件の{noun}の数です。"]
    for group in ("waiting", "outside"):
        words = _words(each for each in standings if each.group == group)
        if words:
            sentences.append(f"{GROUPS[group]}は、{words}です。")
    return "".join(sentences)


def by_policy(
    standings: Sequence[Standing], policies: list[dict], filters: Filters, base: str
) -> list[dict]:
    """One bar a policy with one equal piece a target, and the same in words."""
    grouped = defaultdict(list)
    for each in standings:
        grouped[each.policy].append(each)
    return [
        {
            "label": policy["label"],
            "title": policy["title"],
            "url": filters.address(base, policy=policy["code"], status=""),
            "pieces": pieces(grouped[policy["code"]]),
            "words": counts_in_words(grouped[policy["code"]]),
        }
        for policy in policies
        if grouped[policy["code"]]
    ]


def pieces(standings: Sequence[Standing]) -> list[dict]:
    """The bar: judged statuses from best to worst, then all others as one piece."""
    counted = Counter(
        LABELS[each.judged.status] if _is_judged(each) else _NOT_JUDGED
        for each in standings
    )
    ordered = [label for label in map(LABELS.get, JUDGED) if counted[label]]
    if counted[_NOT_JUDGED]:
        ordered.append(_NOT_JUDGED)
    return bar_pieces(
        [(label.symbol, label.css, counted[label]) for label in ordered],
        sum(counted.values()),
    )


def bar_pieces(rows: list[tuple[str, str, int]], total: int) -> list[dict]:
    """Pieces of a stacked bar from (symbol, style, count), in percent of its width.

    A narrow piece has no room for its number, which stands in words beside the bar; a
    tight one has it only where the bar is as wide as the page.
    """
    found, start = [], 0
    for symbol, css, count in rows:
        width, text = 100 * count / total, f"{symbol} {count}"
        room = 2 + 2 * len(text)
        found.append(
            {
                "css": "q" if css == "none" else f"c-{css}",
                "is_tight": width < room,
                "x": f"{100 * start / total:.2f}",
                "width": f"{width:.2f}",
                "middle": f"{100 * (start + count / 2) / total:.2f}",
                "text": text if width >= room / 2 else "",
            }
        )
        start += count
    return found


def counts_in_words(standings: Sequence[Standing]) -> list[str]:
    """順調1・やや遅れ1, then the groups without a verdict with what they are."""
    lines = [_words(each for each in standings if _is_judged(each))]
    for group in ("waiting", "outside"):
        members = [each for each in standings if each.group == group]
        if members:
            lines.append(f"{GROUPS[group]}{len(members)}（{_words(members)}）")
    return [line for line in lines if line]


def _words(standings):
    """基準値なし2、推移を確認1: by word, the judged ones from best to worst."""
    counted = Counter(short_word(each.label) for each in standings)
    order = [short_word(LABELS[status]) for status in LABELS]
    place = {word: number for number, word in enumerate(order)}
    words = sorted(counted, key=lambda word: place.get(word, len(order)))
    return "・".join(f"{word}{counted[word]}" for word in words)


def _is_judged(standing):
    return standing.group == "judged"
