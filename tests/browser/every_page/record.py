"""What a full run found, by success criterion, for the page of results."""

import json
import os
import re
from collections import defaultdict
from datetime import date

# `make accessibility` names the file; other runs write none.
FILE = "ACCESSIBILITY_RESULTS"
# wcag143 is the criterion 1.4.3; wcag2aa and wcag1410 are not of JIS X 8341-3:2016.
_CRITERION = re.compile(r"wcag(\d)(\d)(\d)$")


class Record:
    """Gathers findings page by page."""

    def __init__(self, browser_version):
        self._browser = f"Chromium {browser_version}"
        self._axe = ""
        self._pages, self._variants = {}, {}
        self._rules, self._faults = defaultdict(set), defaultdict(int)
        self._checks = {}

    def add_page(self, kind, title, variant, response):
        """The answer of axe for one page in one variant."""
        self._axe = response["testEngine"]["version"]
        name = title.removesuffix("｜地域福祉計画ポータル")
        self._pages.setdefault(kind.route, {"name": name, "address": f"/{kind.route}"})
        self._variants[variant] = True
        for outcome in ("passes", "violations", "incomplete"):
            for rule in response[outcome]:
                self._add_rule(rule, is_fault=outcome == "violations")

    def _add_rule(self, rule, *, is_fault):
        for tag in rule["tags"]:
            if found := _CRITERION.match(tag):
                number = ".".join(found.groups())
                self._rules[number].add(rule["id"])
                self._faults[number] += len(rule["nodes"]) if is_fault else 0

    def add_check(self, name, fault_count):
        """The outcome of one of our own checks on one page."""
        found = self._checks.setdefault(name, {"pages": 0, "faults": 0})
        found["pages"] += 1
        found["faults"] += fault_count

    def content(self):
        return {
            "day": date.today().isoformat(),
            "axe": self._axe,
            "browser": self._browser,
            "variants": list(self._variants),
            "rules": {
                number: {"rules": len(rules), "faults": self._faults[number]}
                for number, rules in sorted(self._rules.items())
            },
            "checks": dict(sorted(self._checks.items())),
            "pages": list(self._pages.values()),
        }

    def write(self):
        if path := os.environ.get(FILE):
            text = json.dumps(self.content(), ensure_ascii=False, indent=1)
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"{text}\n")
