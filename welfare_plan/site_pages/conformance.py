"""What is known of each success criterion, and the word that this allows.

Pure: what was found comes in as plain values, none of it is read here. The words are
those of the Web Accessibility Infrastructure Committee (WAIC): 準拠 means that a test
of every criterion was passed, 一部準拠 that all were tested and some not met, 配慮 that
there are a policy and a level to aim at.
"""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    MET = "適合"
    NOT_MET = "不適合"
    ABSENT = "対象なし"
    NO_FAULT_FOUND = "道具では違反なし"
    UNDECIDED = "道具では判断できない"
    UNCHECKED = "未確認"


@dataclass(frozen=True)
class Criterion:
    """A success criterion; `absent` says why the site has nothing subject to it.

    `checks` are those of our own, beside the rules of axe.
    """

    number: str
    level: str
    name: str
    absent: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class MachineFinding:
    """What tools said of a criterion: how many rules and pages, how many faults.

    `undecided` is the number of pages on which a rule of axe asks for a person.
    """

    rules: int = 0
    pages: int = 0
    faults: int = 0
    undecided: int = 0

    @property
    def looked(self) -> bool:
        return bool(self.rules or self.pages)


@dataclass(frozen=True)
class HandFinding:
    """What a person found; `by` is a role, never a name."""

    is_met: bool
    by: str
    day: str
    how: str


def outcome_of(
    criterion: Criterion, machine: MachineFinding, hand: HandFinding | None
) -> Outcome:
    """A fault that a tool found outweighs a person who saw none.

    No tool can say that a criterion is met: it only finds some of the faults.
    """
    if machine.faults or (hand and not hand.is_met):
        return Outcome.NOT_MET
    if criterion.absent:
        return Outcome.ABSENT
    if hand:
        return Outcome.MET
    if machine.undecided:
        return Outcome.UNDECIDED
    return Outcome.NO_FAULT_FOUND if machine.looked else Outcome.UNCHECKED


def conformance_word(outcomes: list[Outcome]) -> str:
    """配慮 until every criterion has been tested to the end."""
    open_ = {Outcome.NO_FAULT_FOUND, Outcome.UNDECIDED, Outcome.UNCHECKED}
    if not outcomes or open_ & set(outcomes):
        return "配慮"
    return "一部準拠" if Outcome.NOT_MET in outcomes else "準拠"
