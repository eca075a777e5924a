"""One cell of figures as people type it: read, doubted or refused, never guessed. Pure.

`read_cell` is for what stands in the cell alone, `doubts_about` compares it with what
is known of the target. The entry screens and the file import both use them.
"""

from indicators.cells.comparisons import doubts_about
from indicators.cells.errors import CellError, CellQuestion
from indicators.cells.reading import answered, read_cell
from indicators.cells.values import Cell, Expected
from plans.typed_text import Doubt

__all__ = [
    "Cell",
    "CellError",
    "CellQuestion",
    "Doubt",
    "Expected",
    "answered",
    "doubts_about",
    "read_cell",
]
