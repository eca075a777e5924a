"""The awkward cells of `awkward_cells.txt`, for every test that reads cells."""

from dataclasses import dataclass
from pathlib import Path

from indicators.cells import Expected
from indicators.cells.words import LABELS

EXPECTED = {
    "count": Expected(unit="人／年", measure_type="flow"),
    "ratio": Expected(unit="%", decimals=1, measure_type="ratio"),
    "shown": Expected(
        unit="%", decimals=1, measure_type="ratio", is_percent_formatted=True
    ),
    "days": Expected(unit="日", decimals=1, measure_type="stock"),
    "baseline": Expected(unit="人", kind="baseline"),
    "goal": Expected(unit="人", kind="goal"),
}


@dataclass(frozen=True)
class Awkward:
    """One line of the table; `besides` as a set of words."""

    what_for: str
    raw: str
    outcome: str
    besides: frozenset[str]

    @property
    def expected(self) -> Expected:
        return EXPECTED[self.what_for]

    @property
    def is_taken(self) -> bool:
        """Whether it comes to a number, a state or a blank."""
        is_number = self.outcome.lstrip("-").replace(".", "").isdigit()
        return is_number or self.outcome in ("blank", *LABELS)


def awkward_cells() -> list[Awkward]:
    path = Path(__file__).with_name("awkward_cells.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_awkward(line) for line in lines if line and not line.startswith("#")]


def _awkward(line):
    what_for, cell, outcome, *besides = line.split("\t")
    words = frozenset(besides[0].split()) if besides else frozenset()
    return Awkward(what_for, _unescaped(cell), outcome, words)


def _unescaped(cell):
    """Only \\uXXXX, \\n and \\t mean something else than themselves."""
    for sign, meaning in (("\\n", "\n"), ("\\t", "\t")):
        cell = cell.replace(sign, meaning)
    first, *others = cell.split("\\u")
    return first + "".join(chr(int(part[:4], 16)) + part[4:] for part in others)
