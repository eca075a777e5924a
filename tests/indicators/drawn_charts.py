"""What covers what in a drawn chart, found the slow and obvious way: pixel by pixel."""

import math
import unicodedata

from indicators.charting.shapes import SHAPES

# From the width on at which labels marked `wide` are shown.
SHOWS_WIDE = 540
# Words may come so near, in pixels, before they count as covered.
_NEAR = 1
_PLAIN_REACH = (4, 4, 4, 4)
_REACH = {"goal": (0, 10, 12, 9), "interim": (0, 9, 10, 8), "cap": (6, 0, 6, 0)}


def covered(chart, width) -> list[str]:
    """Each label that a line runs through, or that covers a mark or another label."""
    labels = [
        (label["text"], _letters(label, width))
        for label in chart["labels"]
        if width >= SHOWS_WIDE or "wide" not in label["css"]
    ]
    found = []
    for number, (text, box) in enumerate(labels):
        for line in chart["lines"]:
            if any(_holds(box, dot) for dot in _dots(line, width)):
                found.append(f"{text} lies on a line: {line['css']}")
        for mark in chart["marks"]:
            if _meet(box, _reach(mark, width)):
                found.append(f"{text} covers a mark: {mark['kind']}")
        for other, its_box in labels[number + 1 :]:
            if _meet(box, its_box):
                found.append(f"{text} covers {other}")
    return found


def strays(chart, width, places) -> list[str]:
    """Each label that stands nearer to another mark than to its own.

    `places` are the x and y of the marks by the text of their labels.
    """
    found = []
    for label in chart["labels"]:
        if label["text"] not in places or (
            width < SHOWS_WIDE and "wide" in label["css"]
        ):
            continue
        box = _letters(label, width)
        x, y = places[label["text"]]
        own = _distance(box, _pixels(x, width), float(y))
        for mark in chart["marks"]:
            other = _distance(box, _pixels(mark["x"], width), float(mark["y"]))
            if other + 3 * _NEAR < own:
                found.append(f"{label['text']} is nearer to {mark['kind']}")
    return found


def _distance(box, x, y):
    left, top, right, bottom = box
    return math.dist((x, y), (min(max(x, left), right), min(max(y, top), bottom)))


def _letters(label, width):
    size = 17 if "now" in label["css"].split() else 14
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in label["text"])
    length = size * (wide + 0.56 * (len(label["text"]) - wide))
    start = _pixels(label["x"], width) + float(label["dx"] or 0)
    start -= {"start": 0, "middle": length / 2, "end": length}[label["anchor"]]
    foot = float(label["y"])
    return start, foot - size * 0.75, start + length, foot


def _pixels(percent, width):
    return float(percent.removesuffix("%")) / 100 * width


def _dots(line, width):
    x1, x2 = _pixels(line["x1"], width), _pixels(line["x2"], width)
    y1, y2 = float(line["y1"]), float(line["y2"])
    steps = int(max(abs(x2 - x1), abs(y2 - y1))) + 1
    for step in range(steps + 1):
        share = step / steps
        yield x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


def _holds(box, dot):
    left, top, right, bottom = box
    x, y = dot
    return left + _NEAR < x < right - _NEAR and top + _NEAR < y < bottom - _NEAR


def _reach(mark, width):
    assert mark["kind"] in SHAPES
    left, up, right, down = _REACH.get(mark["kind"], _PLAIN_REACH)
    x, y = _pixels(mark["x"], width), float(mark["y"])
    return x - left, y - up, x + right, y + down


def _meet(one, two):
    return (
        one[0] + _NEAR < two[2]
        and two[0] + _NEAR < one[2]
        and one[1] + _NEAR < two[3]
        and two[1] + _NEAR < one[3]
    )
