"""What may stand in the query of an address, and how it is read. Pure.

A parameter is read by just what its description for machines says, so that a value is
refused by the site if and only if it is against the description.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from welfare_plan.api.problems import (
    BAD_VALUE,
    MISSING_PARAMETER,
    REPEATED_PARAMETER,
    UNKNOWN_PARAMETER,
    Problem,
)

_LONGEST_ECHO = 60


@dataclass(frozen=True)
class Parameter:
    """`codes` are the values that it may have, each with its word; {} for any.

    `pattern` is that of the whole value. `low` and `high` are bounds of an integer and
    of the length of a text.
    """

    name: str
    label: str
    description: str = ""
    kind: Literal["string", "integer", "boolean"] = "string"
    pattern: str = ""
    how: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    low: int | None = None
    high: int | None = None
    required: bool = False
    default: Any = None
    example: Any = None

    def read(self, text: str) -> Any:
        """The value; raises ValueError where the text is none."""
        if self.kind == "integer":
            return self._integer(text)
        if self.kind == "boolean":
            if text not in ("true", "false"):
                raise ValueError
            return text == "true"
        if self.codes and text not in self.codes:
            raise ValueError
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise ValueError
        if not (self.low or 0) <= len(text) <= (self.high or len(text)):
            raise ValueError
        return text

    def _integer(self, text):
        if not re.fullmatch("-?(?:0|[1-9][0-9]{0,8})", text):
            raise ValueError
        number = int(text)
        if not self.low <= number <= self.high:
            raise ValueError
        return number

    def instruction(self) -> str:
        """How a value is written, as one sentence."""
        if self.how:
            return self.how
        if self.kind == "boolean":
            return "trueかfalseで書いてください。"
        if self.kind == "integer":
            return f"{self.low}から{self.high}までの整数で書いてください。"
        if self.codes:
            return f"次のどれかを書いてください：{'、'.join(self.codes)}。"
        return f"{self.low}文字から{self.high}文字までで書いてください。"


def read_all(parameters: Sequence[Parameter], given: Mapping) -> dict[str, Any]:
    """The values of a query, given as lists; what is left out has its default.

    Raises Problem for the first parameter that is unknown, repeated or wrong.
    """
    known = {each.name: each for each in parameters}
    for name, texts in given.items():
        if name not in known:
            raise _unknown(name, list(known))
        if len(texts) > 1:
            detail = f"パラメーター「{name}」は、1つだけ書いてください。"
            raise Problem(REPEATED_PARAMETER, detail, {"parameter": name})
    return {
        each.name: _value(each, given[each.name][0])
        if each.name in given
        else _left_out(each)
        for each in parameters
    }


def _unknown(name, known):
    use = (
        f"使えるのは、{'、'.join(known)}です。" if known else "何も付けないでください。"
    )
    detail = f"パラメーター「{_echo(name)}」はありません。{use}"
    more = {"parameter": _echo(name), "known": known}
    return Problem(UNKNOWN_PARAMETER, detail, more)


def _value(parameter, text):
    try:
        return parameter.read(text)
    except ValueError:
        detail = (
            f"パラメーター「{parameter.name}」の値「{_echo(text)}」は読めません。"
            f"{parameter.instruction()}"
        )
        raise Problem(BAD_VALUE, detail, {"parameter": parameter.name}) from None


def _left_out(parameter):
    if parameter.required:
        detail = (
            f"パラメーター「{parameter.name}」（{parameter.label}）が必要です。"
            f"{parameter.instruction()}"
        )
        raise Problem(MISSING_PARAMETER, detail, {"parameter": parameter.name})
    return parameter.default


def _echo(text):
    return text if len(text) <= _LONGEST_ECHO else f"{text[:_LONGEST_ECHO]}…"
