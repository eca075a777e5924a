"""What the marks of a chart look like: shape first, colour last. Pure."""


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


def mark(kind: str, x: str, y: str) -> dict:
    """A mark at its place, with the paths that draw it."""
    paths = [{"css": css, "d": path} for css, path in SHAPES[kind]]
    return {"kind": kind, "x": x, "y": y, "paths": paths}
