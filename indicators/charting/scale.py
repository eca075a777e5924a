"""Years to percent of a chart's width, values to pixels of its height. Pure."""

HEIGHT, TOP, LOW, AXIS = 300, 58, 216, 250
# The head of the line that marks a change in counting.
CUT_TOP = 28


class Scale:
    """Where years and values stand; larger values stand higher.

    The height starts at zero where the values come near enough to it to be told apart
    all the same.
    """

    def __init__(self, years, values, *, left=5, right=91):
        self.first, self.last = min(years), max(years)
        self.left, self.right = left, right
        self.low, self.high = float(min(values)), float(max(values))
        self.starts_at_zero = 0 <= self.low <= self.high / 4 and self.high > 0
        self.foot = AXIS if self.starts_at_zero else LOW
        if self.starts_at_zero:
            self.low = 0.0

    def x(self, year: float) -> float:
        if self.first == self.last:
            return (self.left + self.right) / 2
        share = (year - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * share

    def y(self, value) -> float:
        if self.high == self.low:
            return (TOP + LOW) / 2
        share = (float(value) - self.low) / (self.high - self.low)
        return self.foot - share * (self.foot - TOP)

    def place(self, year, value) -> tuple[float, float]:
        return self.x(year), self.y(value)


def percent(x: float) -> str:
    return f"{x:.2f}%"


def pixels(y: float) -> str:
    return f"{y:.1f}"
