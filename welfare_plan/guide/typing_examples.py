"""How values may be typed, each example read by the very rules of the entry screen."""

from indicators.cells import CellError, CellQuestion, Expected, read_cell

_PEOPLE = Expected("人")
_SHARE = Expected("%", decimals=1, measure_type="ratio")

# What is typed, and into which kind of box.
EXAMPLES = (
    ("940", _PEOPLE),
    ("９４０人", _PEOPLE),
    ("1,234", _PEOPLE),
    ("1万2千", _PEOPLE),
    ("約940", _PEOPLE),
    ("940（速報）", _PEOPLE),
    ("0", _PEOPLE),
    ("集計中", _PEOPLE),
    ("未実施", _PEOPLE),
    ("廃止", _PEOPLE),
    ("△5", _PEOPLE),
    ("940回", _PEOPLE),
    ("34.5%", _SHARE),
    ("－", _PEOPLE),
    ("900～940", _PEOPLE),
    ("①958", _PEOPLE),
    ("令和7年度", _PEOPLE),
    ("R8.3.31現在 940人", _PEOPLE),
    ("104", _SHARE),
)


def example_rows() -> list[dict]:
    """What was typed, what the box is for, and what the entry screen says to it."""
    return [
        {
            "typed": typed,
            "box": "割合（％）" if expected.is_ratio else "人数",
            **_answer(typed, expected),
        }
        for typed, expected in EXAMPLES
    ]


def _answer(typed, expected):
    try:
        cell = read_cell(typed, expected)
    except CellQuestion as question:
        return {"outcome": "聞き返します", "said": question.sentence}
    except CellError as error:
        return {"outcome": "受け付けません", "said": error.sentence}
    doubts = [doubt.sentence for doubt in cell.warnings]
    asks = any(doubt.asks for doubt in cell.warnings)
    return {
        "outcome": "確かめます" if asks else "受け付けます",
        "said": "".join([cell.understood(), *doubts]),
    }
