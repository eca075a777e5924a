"""What the lines and marks of a chart look like: shape first, colour last. Pure.

x is in percent of the width, y in pixels, as numbers; `drawn` makes texts of them.
"""

from dataclasses import dataclass

from indicators.charting.scale import percent, pixels


def _circle(radius, width):
    return (
        f"M-{radius} 0a{radius} {radius} 0 1 0 {width} 0"
        f"a{radius} {radius} 0 1 0-{width} 0Z"
    )


_DIAMOND = "M-8 0L0-8 8 0 0 8Z"

# Class and path of each kind, drawn around its own centre. Hollow is provisional.
SHAPES = {
    "baseline": [("m0", _circle("5", "10"))],
    "past": [("m1", _circle("6", "12"))],
    "past hollow": [("m2", _circle("6", "12"))],
    "latest": [("m1", _DIAMOND)],
    "latest hollow": [("m2", _DIAMOND)],
    "expected": [("m0", _circle("3.5", "7"))],
    "interim": [("mi", "M0 8V-9H10V-2H0")],
    "cap": [("err", "M-6 0H6")],
    "goal": [("mgl", "M0 9V-11"), ("mg", "M0-11H12L8.5-7 12-3H0Z")],
}

# How far a mark reaches to the left, up, right and down of its centre, in pixels.
_REACH = {"goal": (1, 11, 12, 9), "interim": (1, 10, 11, 9), "cap": (6, 1, 6, 1)}
_USUAL_REACH = (8, 8, 8, 8)


@dataclass(frozen=True)
class Line:
    """A straight line; `css` says what it stands for."""

    css: str
    x1: float
    y1: float
    x2: float
    y2: float

    @classmethod
    def between(cls, css: str, start: tuple[float, float], end: tuple[float, float]):
        return cls(css, *start, *end)

    def drawn(self) -> dict:
        return {
            "css": self.css,
            "x1": percent(self.x1),
            "y1": pixels(self.y1),
            "x2": percent(self.x2),
            "y2": pixels(self.y2),
        }


@dataclass(frozen=True)
class Mark:
    """A shape at its place."""

    kind: str
    x: float
    y: float

    @property
    def reach(self) -> tuple[int, int, int, int]:
        return _REACH.get(self.kind, _USUAL_REACH)

    def drawn(self) -> dict:
        paths = [{"css": css, "d": path} for css, path in SHAPES[self.kind]]
        place = {"x": percent(self.x), "y": pixels(self.y)}
        return {"kind": self.kind, **place, "paths": paths}
