"""Targets counted by status: every target once, nothing averaged, no grade."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from indicators.dashboards.filters import Filters
from indicators.dashboards.standing import Standing, chip, short_word
from indicators.judgement_labels import GROUPS, JUDGED, LABELS, Label

_WITHOUT_VERDICT = ("waiting", "outside")


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
        for group in _WITHOUT_VERDICT
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
    sentences = [f"{noun}（{len(standings):,}件）の数です。"]
    for group in _WITHOUT_VERDICT:
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
            "key": key(grouped[policy["code"]]),
        }
        for policy in policies
        if grouped[policy["code"]]
    ]


def pieces(standings: Sequence[Standing]) -> list[dict]:
    """The bar: judged statuses from best to worst, then the two other groups."""
    judged = Counter(each.judged.status for each in standings if _is_judged(each))
    groups = Counter(each.group for each in standings)
    rows = [(LABELS[status].css, judged[status]) for status in JUDGED]
    rows += [("none", groups[group]) for group in _WITHOUT_VERDICT]
    return bar_pieces(
        [(f"{count:,}件", css, count) for css, count in rows if count], len(standings)
    )


def bar_pieces(rows: list[tuple[str, str, int]], total: int) -> list[dict]:
    """Pieces of a stacked bar from (text, style, count), in percent of its width.

    The key below the bar holds word and number of every piece in the same order, so a
    piece too narrow for its text on a phone goes without.
    """
    found, start = [], 0
    for text, css, count in rows:
        width = 100 * count / total
        found.append(
            {
                "css": "q" if css == "none" else f"c-{css}",
                "x": f"{100 * start / total:.2f}",
                "width": f"{width:.2f}",
                "middle": f"{100 * (start + count / 2) / total:.2f}",
                "text": text if width >= _room_of(text) else "",
            }
        )
        start += count
    return found


def _room_of(text):
    """The percent of a phone's width that a text needs; 件 is as wide as two digits."""
    return 2 + 3 * (len(text) + text.count("件"))


def key(standings: Sequence[Standing]) -> list[dict]:
    """◎ 順調：1件 for each status, then the groups with what they are made of.

    Symbol and number never stand side by side: △ and ▼ before a number mean minus.
    """
    judged = Counter(each.judged.status for each in standings if _is_judged(each))
    rows = [
        _key_row(LABELS[status], judged[status]) for status in JUDGED if judged[status]
    ]
    for group in _WITHOUT_VERDICT:
        members = [each for each in standings if each.group == group]
        if members:
            label = Label(GROUPS[group], "－", "none")
            rows.append(_key_row(label, len(members), f"（{_words(members)}）"))
    return rows


def _key_row(label, count, made_of=""):
    return {
        **chip(label),
        "word": short_word(label),
        "count": f"{count:,}件",
        "made_of": made_of,
    }


def _words(standings):
    """基準値なし2件・推移を確認1件: by word, the judged ones from best to worst."""
    counted = Counter(short_word(each.label) for each in standings)
    order = [short_word(LABELS[status]) for status in LABELS]
    place = {word: number for number, word in enumerate(order)}
    words = sorted(counted, key=lambda word: place.get(word, len(order)))
    return "・".join(f"{word}{counted[word]:,}件" for word in words)


def _is_judged(standing):
    return standing.group == "judged"
