"""Where the words of a chart stand, so that they cover nothing. Pure geometry.

x is in percent of the drawing's width, y in pixels: letters keep their size on every
screen. No label stands nearer to another mark than to its own. One without room on a
phone is marked `wide` and hidden there; one that has room nowhere is left out, since
the table beside the chart has the number.
"""

import unicodedata
from dataclasses import dataclass

from indicators.charting.room import Box, Room
from indicators.charting.scale import percent, pixels
from indicators.charting.shapes import Line, Mark

# Widths of the drawing in pixels: from a phone of 320, and from where `wide` is shown.
NARROW = 288
_PHONES, _WIDE = (NARROW, 340, 420), (540, 720, 1080)
_LETTER = 14
_LARGE = 17


@dataclass(frozen=True)
class Spot:
    """A place that a label may take: `y` is the foot of its letters, `dx` in pixels."""

    x: float
    y: float
    anchor: str = "middle"
    dx: int = 0


@dataclass(frozen=True)
class Label:
    """Words with the places they may take, the best one first.

    `place` is the mark that they name, x in percent and y in pixels.
    """

    text: str
    spots: tuple[Spot, ...]
    css: str = ""
    place: tuple[float, float] | None = None


def place_labels(
    labels: list[Label], lines: list[Line], marks: list[Mark]
) -> list[dict]:
    """The labels that have room, the first ones before the later ones."""
    phones = [Room(width, lines, marks) for width in _PHONES]
    wide = [Room(width, lines, marks) for width in _WIDE]
    placed = []
    for label in labels:
        spot = _take_spot(label, [*phones, *wide])
        if spot:
            placed.append(_drawn(label, spot))
        elif spot := _take_spot(label, wide):
            placed.append(_drawn(label, spot, "wide"))
    return placed


def _take_spot(label, rooms):
    """Take the first spot that is free in all of the rooms."""
    for spot in label.spots:
        boxes = [(room, _box(label, spot, room.width)) for room in rooms]
        if all(_is_good(label, box, room) for room, box in boxes):
            for room, box in boxes:
                room.take(box)
            return spot
    return None


def _is_good(label, box, room):
    return room.has(box) and (label.place is None or room.keeps_near(box, label.place))


def _box(label, spot, width):
    size = _LARGE if label.css == "now" else _LETTER
    length = sum(size * _share_of_em(letter) for letter in label.text)
    share = {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
    left = spot.x / 100 * width + spot.dx - length * share
    return Box(left, left + length, spot.y - size * 0.85, spot.y + size * 0.2)


def _share_of_em(letter):
    """How wide a letter is at most, in the fonts of the site."""
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1
    return 0.33 if letter in ",." else 0.6


def _drawn(label, spot, *names):
    return {
        "text": label.text,
        "css": " ".join(name for name in (label.css, *names) if name),
        "x": percent(spot.x),
        "dx": str(spot.dx) if spot.dx else "",
        "y": pixels(spot.y),
        "anchor": spot.anchor,
    }
