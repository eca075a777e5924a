"""Where the words of a chart stand, so that none covers another. Pure geometry.

x is in percent of the drawing's width, y in pixels: letters keep their size on every
screen, so whether two labels meet depends on the width. A label that has no room on
the narrowest screen is marked `wide` and hidden there; one that has room nowhere is
left out, since the table beside the chart has the number.
"""

import unicodedata
from dataclasses import dataclass

from indicators.charting.scale import percent, pixels

# Widths of the drawing in pixels: on a phone of 320, and beside a panel on a desk.
NARROW, WIDE = 288, 540
_MARGIN, _TOP, _FLOOR = 14, 2, 252
_LETTER = 14
_LARGE = 17


@dataclass(frozen=True)
class Spot:
    """A place that a label may take; `y` is the foot of its letters."""

    x: float
    y: float
    anchor: str = "middle"


@dataclass(frozen=True)
class Label:
    """Words with the places they may take, the best one first."""

    text: str
    spots: tuple[Spot, ...]
    css: str = ""


@dataclass(frozen=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other):
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_labels(labels: list[Label], marks: list[tuple[float, float]]) -> list[dict]:
    """The labels that have room, the first ones before the later ones.

    `marks` are the centres of the shapes, which no label may cover.
    """
    taken = {width: [_mark(width, *mark) for mark in marks] for width in (NARROW, WIDE)}
    placed = []
    for label in labels:
        found = _place(label, taken, (NARROW, WIDE)) or _place(label, taken, (WIDE,))
        if found:
            placed.append(found)
    return placed


def _place(label, taken, widths):
    """Take the first spot that is free at all of the widths."""
    for spot in label.spots:
        boxes = {width: _box(label, spot, width) for width in widths}
        if all(_is_free(box, taken[width], width) for width, box in boxes.items()):
            for width, box in boxes.items():
                taken[width].append(box)
            names = (label.css, "" if NARROW in widths else "wide")
            return {
                "text": label.text,
                "css": " ".join(name for name in names if name),
                "x": percent(spot.x),
                "y": pixels(spot.y),
                "anchor": spot.anchor,
            }
    return None


def _is_free(box, others, width):
    inside = box.left >= -_MARGIN and box.right <= width + _MARGIN
    return (
        inside
        and box.top >= _TOP
        and box.bottom <= _FLOOR
        and not any(box.meets(other) for other in others)
    )


def _box(label, spot, width):
    size = _LARGE if label.css == "now" else _LETTER
    length = sum(
        size if unicodedata.east_asian_width(letter) in "WF" else size * 0.6
        for letter in label.text
    )
    share = {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
    left = spot.x / 100 * width - length * share
    return _Box(left, left + length, spot.y - size * 0.85, spot.y + size * 0.2)


def _mark(width, x, y):
    centre = x / 100 * width
    return _Box(centre - 8, centre + 8, y - 8, y + 8)
