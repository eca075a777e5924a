"""Sets a card as the lines of a drawing that is 280 wide. Pure.

A frame of 280 px shows it in its own size, a wider one enlarged.
"""

import unicodedata

from indicators.embed.wrapping import wrapped

WIDTH = 280
_EDGE = 14
_LEADING = 1.5
_SIZES = {
    "sample": 12,
    "small": 12,
    "title": 16,
    "year": 13,
    "status": 17,
    "text": 13,
    "more": 12,
}
# What stands above a line of each kind beside its own leading.
_GAPS = {"title": 3, "year": 3, "status": 6, "text": 6, "small": 4, "more": 6}
# Control characters, halves of others and what stands for none.
_NO_XML = {"Cc", "Cs", "Cn"}


def drawing(card: dict, *, site: str) -> dict:
    """The lines with their places, the height, and the words for screen readers.

    The last line leads to the page of the card on the site.
    """
    texts = [(css, _plain(text), style) for css, text, style in _texts(card)]
    more = f"くわしく見る（{site.partition('://')[2]}）"
    lines, y = [], _EDGE
    for css, text, style in (*texts, ("more", more, "")):
        size = _SIZES[css]
        y += _GAPS.get(css, 0)
        for line in wrapped(text, (WIDTH - 2 * _EDGE) / size):
            y += size * _LEADING
            lines.append(
                {
                    "css": f"{css} {style}".strip(),
                    "x": _EDGE,
                    "y": _number(y - size * (_LEADING - 1)),
                    "text": line,
                    "url": f"{site}{card['url']}" if css == "more" else "",
                }
            )
    return {
        "width": WIDTH,
        "height": round(y + _EDGE),
        "lines": lines,
        "title": _plain(f"{card['label']}「{card['title']}」"),
        "description": "".join(f"{text.rstrip('。')}。" for _, text, _ in texts),
    }


def _texts(card):
    """(kind of line, text, style of a status) from top to bottom."""
    if card["is_sample"]:
        yield "sample", "サンプル値（架空の値です）", ""
    working = "（仮の名称）" if card["is_working_title"] else ""
    yield "small", f"{card['plan']}{working}　{card['label']}", ""
    note = f"（{card['scope_note']}）" if card["scope_note"] else ""
    yield "title", f"{card['title']}{note}", ""
    if card["year"]:
        yield "year", card["year"], ""
    for chip in card["chips"]:
        count = f"：{chip['count']}" if chip.get("count") else ""
        yield "status", f"{chip['symbol']} {chip['word']}{count}", f"st-{chip['css']}"
    if card["sentence"]:
        yield "text", card["sentence"], ""
    for label, text in card["figures"]:
        yield "text", f"{label}：{text}", ""
    yield "small", f"発行者：{card['publisher']}", ""


def _number(value):
    return f"{value:.1f}".removesuffix(".0")


def _plain(text):
    """Without what XML has no room for, escaped or not."""
    kept = (each for each in text if unicodedata.category(each) not in _NO_XML)
    return "".join(kept)
