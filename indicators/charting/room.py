"""Whether words have room between the lines, marks and words of a chart. Pure.

x of lines and marks is in percent of a width that differs by screen, while letters keep
their pixels: whether two things meet must be asked for each width anew.
"""

from dataclasses import dataclass
from math import hypot

from indicators.charting.shapes import Line, Mark

_MARGIN, _TOP, _FLOOR = 14, 2, 248
# Half of the thickest line, and a little air.
_AIR = 2


@dataclass(frozen=True)
class Box:
    """What words or a mark take up, in pixels."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def distance(self, x: float, y: float) -> float:
        """From the nearest edge of the box to a point; 0 within."""
        return hypot(
            max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom)
        )


class Room:
    """The drawing at one width, with all that stands in it so far."""

    def __init__(self, width: int, lines: list[Line], marks: list[Mark]):
        self.width = width
        self.lines = [
            (line.x1 / 100 * width, line.y1, line.x2 / 100 * width, line.y2)
            for line in lines
        ]
        self.boxes = [self._around(mark) for mark in marks]
        self.centres = [(mark.x / 100 * width, mark.y) for mark in marks]

    def _around(self, mark):
        left, up, right, down = mark.reach
        x = mark.x / 100 * self.width
        return Box(x - left, x + right, mark.y - up, mark.y + down)

    def has(self, box: Box) -> bool:
        """Whether nothing stands where the box would."""
        return (
            box.left >= -_MARGIN
            and box.right <= self.width + _MARGIN
            and box.top >= _TOP
            and box.bottom <= _FLOOR
            and not any(box.meets(other) for other in self.boxes)
            and not any(_crosses(line, box) for line in self.lines)
        )

    def keeps_near(self, box: Box, place: tuple[float, float]) -> bool:
        """Whether no mark is nearer to the box than the one at a place, x in percent.

        Else a reader would take the number for that of a neighbour.
        """
        x, y = place
        own = box.distance(x / 100 * self.width, y)
        return all(box.distance(*centre) >= own for centre in self.centres)

    def take(self, box: Box) -> None:
        self.boxes.append(box)


def _crosses(line, box):
    """Whether a straight line runs through the box, or touches it."""
    x1, y1, x2, y2 = line
    left, right = box.left - _AIR, box.right + _AIR
    start, end = max(min(x1, x2), left), min(max(x1, x2), right)
    if start > end:
        return False
    if x1 == x2:
        heights = (y1, y2)
    else:
        heights = [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (start, end)]
    return min(heights) < box.bottom + _AIR and max(heights) > box.top - _AIR
