"""What the last full test run and the people beside it wrote down."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from welfare_plan.site_pages.conformance import (
    Criterion,
    HandFinding,
    MachineFinding,
    Outcome,
    outcome_of,
)

FOLDER = Path(__file__).parent
# `make accessibility` writes it; docs/decisions/0018-pages-tested-and-valid.md.
RESULTS = FOLDER / "results.json"


@dataclass(frozen=True)
class Run:
    """A full run over every type of page; `day` is None before the first one."""

    day: date | None
    axe: str
    browser: str
    pages: list[dict]
    variants: list[str]
    rules: dict[str, MachineFinding]
    checks: dict[str, MachineFinding]

    def finding(self, criterion: Criterion) -> MachineFinding:
        """What axe and our own check say of a criterion, together."""
        rules = self.rules.get(criterion.number, MachineFinding())
        check = self.checks.get(criterion.browser, MachineFinding())
        return MachineFinding(rules.rules, check.pages, rules.faults + check.faults)


@dataclass(frozen=True)
class Judged:
    """A criterion with what was found and what follows from it."""

    criterion: Criterion
    machine: MachineFinding
    hand: HandFinding | None
    outcome: Outcome


def read_run(content: dict) -> Run:
    def findings(key):
        return {
            name: MachineFinding(**found)
            for name, found in content.get(key, {}).items()
        }

    day = content.get("day")
    return Run(
        day=date.fromisoformat(day) if day else None,
        axe=content.get("axe", ""),
        browser=content.get("browser", ""),
        pages=content.get("pages", []),
        variants=content.get("variants", []),
        rules=findings("rules"),
        checks=findings("checks"),
    )


# A running server's files do not change: the three are read once.
@cache
def last_run() -> Run:
    return read_run(json.loads(RESULTS.read_text(encoding="utf-8")))


@cache
def criteria() -> tuple[Criterion, ...]:
    return tuple(Criterion(**row) for row in _yaml("criteria.yaml"))


@cache
def by_hand() -> dict[str, HandFinding]:
    """The latest finding of each criterion that a person looked at."""
    rows = sorted(_yaml("by_hand.yaml"), key=lambda row: row["day"])
    return {
        row["criterion"]: HandFinding(
            is_met=row["result"] == "pass",
            by=row["by"],
            day=row["day"].isoformat(),
            how=row["how"],
        )
        for row in rows
    }


def _yaml(name):
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def judged(run: Run) -> list[Judged]:
    found = by_hand()
    return [
        Judged(one, machine, hand, outcome_of(one, machine, hand))
        for one in criteria()
        for machine, hand in [(run.finding(one), found.get(one.number))]
    ]
