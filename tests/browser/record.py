"""What a full run found, by success criterion, for the page of results."""

import json
import os
import re
from collections import defaultdict

from django.utils import timezone

from welfare_plan.site_pages.checked import criteria

# `make accessibility` names the file; other runs write none.
FILE = "ACCESSIBILITY_RESULTS"
# wcag143 is the criterion 1.4.3; wcag2aa and wcag1410 are not of JIS X 8341-3:2016.
_CRITERION = re.compile(r"wcag(\d)(\d)(\d)$")


def is_full_run() -> bool:
    return bool(os.environ.get(FILE))


class Record:
    """Gathers findings page by page; a page counts once, however often it is seen."""

    def __init__(self):
        self.browser = self._axe = ""
        self._pages, self._variants = {}, {}
        self._rules, self._faults = defaultdict(set), defaultdict(set)
        self._undecided = defaultdict(set)
        self._checks = defaultdict(dict)

    def add_page(self, state, title, variant, response):
        """The answer of axe for one page in one variant."""
        self._axe = response["testEngine"]["version"]
        name = title.removesuffix("｜地域福祉計画ポータル")
        self._pages.setdefault(str(state), {"name": name, "type": state.kind.route})
        self._variants[str(variant)] = True
        for outcome in ("passes", "violations", "incomplete"):
            for rule in response[outcome]:
                self._add_rule(str(state), rule, outcome)

    def _add_rule(self, page, rule, outcome):
        for tag in rule["tags"]:
            if not (found := _CRITERION.match(tag)):
                continue
            number = ".".join(found.groups())
            self._rules[number].add(rule["id"])
            if outcome == "incomplete":
                self._undecided[number].add(page)
            if outcome == "violations":
                places = (str(node["target"]) for node in rule["nodes"])
                self._faults[number] |= {(page, rule["id"], at) for at in places}

    def add_check(self, name, page, fault_count):
        """The outcome of one of our own checks on one page."""
        pages = self._checks[name]
        pages[str(page)] = pages.get(str(page), 0) + fault_count

    def add_walk(self, markers, report):
        """A test that walks through pages; what stops it is a fault, wherever it is."""
        if report.failed or (report.passed and report.when == "call"):
            for marker in markers:
                self.add_check(*marker.args, int(report.failed))

    def content(self):
        return {
            "day": timezone.localdate().isoformat(),
            "axe": self._axe,
            "browser": self.browser,
            "variants": list(self._variants),
            "rules": {
                number: {
                    "rules": len(rules),
                    "faults": len(self._faults[number]),
                    "undecided": len(self._undecided[number]),
                }
                for number, rules in sorted(self._rules.items())
            },
            "checks": {
                name: {"pages": len(pages), "faults": sum(pages.values())}
                for name, pages in sorted(self._checks.items())
            },
            "pages": list(self._pages.values()),
        }

    def missing(self, states) -> list[str]:
        """The pages and checks that a full run would have looked at."""
        checks = {name for criterion in criteria() for name in criterion.checks}
        pages = [str(state) for state in states if str(state) not in self._pages]
        return pages + sorted(checks - set(self._checks))

    def write(self, states):
        """Writes the file of a full run; one that was broken off leaves the last."""
        if not is_full_run():
            return
        if missing := self.missing(states):
            print(f"\nNo results written, not looked at: {', '.join(missing)}")
            return
        text = json.dumps(self.content(), ensure_ascii=False, indent=1)
        with open(os.environ[FILE], "w", encoding="utf-8") as file:
            file.write(f"{text}\n")


RECORD = Record()
