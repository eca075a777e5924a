"""What the committed files of the accessibility test say, and how they are read."""

from collections import Counter

import pytest

from welfare_plan.site_pages import checked
from welfare_plan.site_pages.conformance import MachineFinding, Outcome

RUN = checked.read_run(
    {
        "day": "2026-11-21",
        "axe": "4.12.1",
        "browser": "Chromium 156",
        "pages": [
            {"name": "用語", "type": "glossary/"},
            {"name": "介護の検索結果", "type": "search/"},
            {"name": "さがす", "type": "search/"},
        ],
        "variants": ["幅360ピクセル"],
        "rules": {
            "1.1.1": {"rules": 7},
            "1.4.3": {"rules": 1, "undecided": 4},
            "2.4.7": {"rules": 1, "faults": 2},
        },
        "checks": {
            "focus": {"pages": 3, "faults": 1},
            "text": {"pages": 5, "faults": 0},
            "zoom": {"pages": 4, "faults": 2},
        },
    }
)


def test_the_standard_has_38_criteria_each_with_a_name():
    criteria = checked.criteria()

    assert Counter(one.level for one in criteria) == {"A": 25, "AA": 13}
    assert len({one.number for one in criteria}) == 38
    assert all(one.name for one in criteria)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("2.4.7", MachineFinding(rules=1, pages=3, faults=3)),
        ("1.4.4", MachineFinding(pages=5, faults=2)),
    ],
    ids=["a rule and a check", "two checks"],
)
def test_rules_of_axe_and_our_own_checks_count_together(number, expected):
    criterion = next(one for one in checked.criteria() if one.number == number)

    assert RUN.finding(criterion) == expected


def test_what_no_tool_looked_at_stays_unchecked(monkeypatch):
    monkeypatch.setattr(checked, "by_hand", dict)

    outcomes = {row.criterion.number: row.outcome for row in checked.judged(RUN)}

    assert outcomes["1.1.1"] is Outcome.NO_FAULT_FOUND
    assert outcomes["1.4.3"] is Outcome.UNDECIDED
    assert outcomes["2.4.7"] is Outcome.NOT_MET
    assert outcomes["1.2.1"] is Outcome.ABSENT
    assert outcomes["3.3.4"] is Outcome.UNCHECKED


def test_the_latest_finding_of_a_person_counts(tmp_path, monkeypatch):
    entry = '- {{criterion: "1.3.3", by: 担当者, day: {}, result: {}, how: 読んだ。}}\n'
    text = entry.format("2026-11-30", "pass") + entry.format("2026-11-21", "fail")
    (tmp_path / "by_hand.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(checked, "FOLDER", tmp_path)

    found = checked.by_hand.__wrapped__()

    assert found["1.3.3"].is_met
    assert found["1.3.3"].day == "2026-11-30"


def test_every_hand_check_is_of_a_criterion_of_the_standard():
    numbers = {one.number for one in checked.criteria()}

    assert set(checked.by_hand()) <= numbers
