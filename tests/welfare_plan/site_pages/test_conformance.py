"""What may be said of a criterion, and of a level, from what was checked."""

import pytest

from welfare_plan.site_pages.conformance import (
    Criterion,
    HandFinding,
    MachineFinding,
    Outcome,
    conformance_word,
    outcome_of,
)

IMAGES = Criterion("1.1.1", "A", "非テキストコンテンツ")
VIDEO = Criterion("1.2.2", "A", "キャプション", absent="映像はありません。")
NOTHING, CLEAN = MachineFinding(), MachineFinding(rules=7)
UNSURE = MachineFinding(rules=7, undecided=2)
FAULTY = MachineFinding(rules=7, faults=1)
SEEN = HandFinding(True, "担当者", "2026-11-21", "すべて読んだ。")
REFUSED = HandFinding(False, "担当者", "2026-11-21", "1つ足りない。")


@pytest.mark.parametrize(
    ("criterion", "machine", "hand", "expected"),
    [
        pytest.param(IMAGES, NOTHING, None, Outcome.UNCHECKED, id="nobody looked"),
        pytest.param(IMAGES, CLEAN, None, Outcome.NO_FAULT_FOUND, id="tools alone"),
        pytest.param(IMAGES, UNSURE, None, Outcome.UNDECIDED, id="tools unsure"),
        pytest.param(IMAGES, UNSURE, SEEN, Outcome.MET, id="a person decides"),
        pytest.param(IMAGES, CLEAN, SEEN, Outcome.MET, id="tools and a person"),
        pytest.param(IMAGES, NOTHING, SEEN, Outcome.MET, id="a person alone"),
        pytest.param(IMAGES, CLEAN, REFUSED, Outcome.NOT_MET, id="a person refuses"),
        pytest.param(IMAGES, FAULTY, SEEN, Outcome.NOT_MET, id="a tool outweighs"),
        pytest.param(VIDEO, NOTHING, None, Outcome.ABSENT, id="nothing to look at"),
        pytest.param(VIDEO, FAULTY, None, Outcome.NOT_MET, id="a fault after all"),
    ],
)
def test_an_outcome_says_no_more_than_was_checked(criterion, machine, hand, expected):
    assert outcome_of(criterion, machine, hand) is expected


@pytest.mark.parametrize(
    ("outcomes", "word"),
    [
        ([], "配慮"),
        ([Outcome.MET, Outcome.ABSENT], "準拠"),
        ([Outcome.MET, Outcome.NOT_MET], "一部準拠"),
        ([Outcome.MET, Outcome.NO_FAULT_FOUND], "配慮"),
        ([Outcome.MET, Outcome.UNDECIDED], "配慮"),
        ([Outcome.NOT_MET, Outcome.UNCHECKED], "配慮"),
    ],
    ids=[
        "nothing tested",
        "all met",
        "one not met",
        "tools alone",
        "tools unsure",
        "one unchecked",
    ],
)
def test_conformance_is_claimed_after_a_test_of_everything_alone(outcomes, word):
    assert conformance_word(outcomes) == word
