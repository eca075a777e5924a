"""What a run may say of itself: nothing that it did not see."""

import json
from types import SimpleNamespace

import pytest

from tests.browser.every_page.page_types import PageType
from tests.browser.every_page.states import State
from tests.browser.every_page.variants import ALL
from tests.browser.record import FILE, Record
from tests.rights_world import ANYBODY
from welfare_plan.site_pages.checked import criteria

HITS = State(PageType("search/", ANYBODY), "hits", "/search/?q=介護")
WALK = [SimpleNamespace(args=("keyboard", "search/"))]


def answer(**outcomes):
    """What axe says of a page: a rule of 1.4.3 for each outcome."""
    rules = {
        outcome: [{"id": "color-contrast", "tags": ["wcag143"], "nodes": nodes}]
        for outcome, nodes in outcomes.items()
    }
    empty = {"passes": [], "violations": [], "incomplete": []}
    return {"testEngine": {"version": "4.12.1"}, **empty, **rules}


def report(outcome, when="call"):
    return SimpleNamespace(
        when=when, failed=outcome == "failed", passed=outcome == "passed"
    )


@pytest.mark.parametrize(
    ("reports", "faults"),
    [
        ([report("passed", "setup"), report("passed")], 0),
        ([report("passed", "setup"), report("failed")], 1),
        ([report("failed", "setup")], 1),
        ([report("passed"), report("failed", "teardown")], 1),
    ],
    ids=["to the end", "stopped", "not begun", "ended badly"],
)
def test_a_walk_that_was_stopped_is_a_fault(reports, faults):
    record = Record()

    for each in reports:
        record.add_walk(WALK, each)

    assert record.content()["checks"] == {"keyboard": {"pages": 1, "faults": faults}}


def test_a_variant_is_told_in_words():
    record = Record()

    for variant in ALL[:1] * 2 + ALL[-1:]:
        record.add_page(HITS, "介護", variant, answer())

    assert record.content()["variants"] == [
        "幅360ピクセル、明るい配色",
        "幅1,280ピクセル、暗い配色、ふりがなあり",
    ]


def test_a_skipped_walk_is_none():
    record = Record()

    record.add_walk(WALK, report("passed", "setup"))
    record.add_walk(WALK, report("skipped"))

    assert record.content()["checks"] == {}


def test_what_axe_cannot_decide_counts_by_page_and_not_as_passed():
    record = Record()

    for variant in ("light", "dark"):
        found = answer(incomplete=[{"target": ["p"]}], passes=[])
        record.add_page(HITS, "介護｜地域福祉計画ポータル", variant, found)

    assert record.content()["rules"] == {
        "1.4.3": {"rules": 1, "faults": 0, "undecided": 1}
    }
    assert record.content()["pages"] == [{"name": "介護", "type": "search/"}]


def test_a_fault_seen_in_two_variants_is_one():
    record = Record()

    for variant in ("light", "dark"):
        found = answer(violations=[{"target": ["p"]}, {"target": ["b"]}])
        record.add_page(HITS, "介護", variant, found)

    assert record.content()["rules"]["1.4.3"]["faults"] == 2


@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "broken off"])
def test_only_a_whole_run_replaces_the_last_results(monkeypatch, tmp_path, is_whole):
    file, record = tmp_path / "results.json", Record()
    file.write_text('{"day": "2026-11-01"}', encoding="utf-8")
    monkeypatch.setenv(FILE, str(file))
    record.add_page(HITS, "介護", "light", answer(passes=[]))
    checks = sorted({name for each in criteria() for name in each.checks})

    for name in checks if is_whole else checks[1:]:
        record.add_check(name, HITS, 0)
    record.write([HITS])

    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (kept["day"] == "2026-11-01") is not is_whole


def test_a_page_that_was_not_opened_is_missing():
    assert str(HITS) in Record().missing([HITS])
