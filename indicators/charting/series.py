"""What a line chart shows, as plain values. Pure."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Point:
    """A value in a year; `text` is its label.

    `kind` is baseline, past, latest, interim or expected. `is_cut` where the counting
    changed, so that no line leads here from the year before.
    """

    year: int
    value: Decimal
    text: str = ""
    kind: str = "past"
    is_hollow: bool = False
    is_cut: bool = False


@dataclass(frozen=True)
class Goal:
    """A goal as a level line over the years in which it holds; the last has a flag.

    What a plan only foresees is no aim: its line is grey and has no flag. Nor has one
    that is not said to be reached in any year.
    """

    value: Decimal
    text: str
    first: int
    last: int
    is_in_force: bool = True
    is_aim: bool = True
    has_year: bool = True


@dataclass(frozen=True)
class Series:
    """All that a line chart shows, each part in the order of its years.

    `path` is the expected value by year, `marked` the one with a mark and a label.
    """

    first: int
    last: int
    points: tuple[Point, ...]
    goals: tuple[Goal, ...] = ()
    path: tuple[Point, ...] = ()
    interim: tuple[Point, ...] = ()
    marked: Point | None = None
    path_text: str = ""
    cut_text: str = ""

    @property
    def newest(self) -> Point | None:
        return next((p for p in self.points if p.kind == "latest"), None)

    @property
    def rises(self) -> bool:
        """Whether the last goal lies above where the chart starts."""
        start = next(iter((*self.points, *self.path)), None)
        return not (self.goals and start) or self.goals[-1].value >= start.value


@dataclass(frozen=True)
class WavePoint(Point):
    """The share of one survey wave; `margin` is half its error bar, None without."""

    margin: Decimal | None = None
