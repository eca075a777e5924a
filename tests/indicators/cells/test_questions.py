"""Signs that offices use in several ways are asked about, never guessed."""

import pytest

from indicators.cells import CellQuestion, Expected, answered, read_cell

KINDS = {
    kind: Expected(unit="人", kind=kind) for kind in ("actual", "baseline", "goal")
}


def asked(raw, kind="actual"):
    with pytest.raises(CellQuestion) as caught:
        read_cell(raw, KINDS[kind])
    return caught.value


@pytest.mark.parametrize(
    ("raw", "kind", "labels"),
    [
        ("－", "actual", ["該当なし", "未集計（集計中）", "0"]),
        ("○", "actual", ["未定", "0"]),
        ("－", "baseline", ["基準値なし", "0"]),
        ("〇", "baseline", ["基準値なし", "0"]),
        ("ー", "goal", ["未定", "0"]),
        ("○", "goal", ["未定", "0"]),
    ],
)
def test_the_question_offers_what_this_cell_may_hold(raw, kind, labels):
    assert [label for _, label in asked(raw, kind).choices] == labels


def test_a_dash_with_the_unit_of_the_target_asks_too():
    with pytest.raises(CellQuestion):
        read_cell("－メニュー", Expected(unit="メニュー／年"))


def test_the_question_names_the_sign_and_the_answers():
    assert asked("－").sentence == (
        "「－」が「該当なし」「未集計（集計中）」「0」のどれを指すか分かりません。"
        "どれかを選んでください。"
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("raw", ["－", "○"])
def test_every_answer_is_taken_and_the_sign_is_kept(raw, kind):
    for answer, label in asked(raw, kind).choices:
        cell = answered(raw, answer, KINDS[kind])

        assert cell.raw == raw
        assert (cell.value == 0) == (label == "0")
        assert bool(cell.state) == (label != "0")


def test_a_footnote_of_the_sign_stays_with_the_answer():
    assert answered("－※1", "0", KINDS["actual"]).note == "※1"


@pytest.mark.parametrize("answer", ["", "790", "事業終了", "－"])
def test_what_was_not_offered_is_no_answer(answer):
    with pytest.raises(CellQuestion):
        answered("－", answer, KINDS["actual"])


def test_a_cell_that_asks_nothing_needs_no_answer():
    assert answered("790", "0", KINDS["actual"]) == read_cell("790", KINDS["actual"])
