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

    def axe_finding(self, criterion: Criterion) -> MachineFinding:
        return self.rules.get(criterion.number, MachineFinding())

    def check_findings(self, criterion: Criterion) -> dict[str, MachineFinding]:
        """What our own checks say of a criterion, those that were made, by name."""
        names = (name for name in criterion.checks if name in self.checks)
        return {name: self.checks[name] for name in names}

    def finding(self, criterion: Criterion) -> MachineFinding:
        """What axe and our own checks say of a criterion, together."""
        axe, checks = self.axe_finding(criterion), self.check_findings(criterion)
        return MachineFinding(
            rules=axe.rules,
            pages=max((each.pages for each in checks.values()), default=0),
            faults=axe.faults + sum(each.faults for each in checks.values()),
            undecided=axe.undecided,
        )


@dataclass(frozen=True)
class Judged:
    """A criterion with what was found and what follows from it."""

    criterion: Criterion
    axe: MachineFinding
    checks: dict[str, MachineFinding]
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
        Judged(
            criterion=one,
            axe=run.axe_finding(one),
            checks=run.check_findings(one),
            hand=found.get(one.number),
            outcome=outcome_of(one, run.finding(one), found.get(one.number)),
        )
        for one in criteria()
    ]
