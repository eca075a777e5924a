"""What a cell says back: the person reads how it was understood."""

import pytest

from indicators.cells import Expected, read_cell
from indicators.cells.words import LABELS
from indicators.models import Observation
from tests.indicators.cells.corpus import EXPECTED, awkward_cells

NUMBERS_AND_STATES = [
    cell for cell in awkward_cells() if cell.is_taken and cell.outcome != "blank"
]


@pytest.mark.parametrize(
    ("raw", "unit", "sentence"),
    [
        ("790人", "人", "790人として受け付けます。"),
        ("７９０", "人／年", "790人として受け付けます。"),
        ("1.2万", "人", "12,000人として受け付けます。"),
        ("△5", "人", "−5人として受け付けます。"),
        ("集計中", "人", "集計中として受け付けます。"),
        ("廃止", "人", "事業終了として受け付けます。"),
        ("790（速報）", "人", "速報の790人として受け付けます。"),
        ("暫定値：約790人以上", "人", "速報の約790人以上として受け付けます。"),
        ("790人※1", "人", "790人（※1）として受け付けます。"),
        ("790回", "人", "790回として受け付けます。"),
        ("790", "", "790として受け付けます。"),
        ("958千円", "千円", "958千円として受け付けます。"),
        ("958千円", "円", "958,000円として受け付けます。"),
        ("12月", "月", "12月として受け付けます。"),
        ("○メニュー", "メニュー", "未定として受け付けます。"),
        ("　", "人", "空欄です。登録済みの値は変わりません。"),
    ],
)
def test_a_cell_is_read_back_in_one_sentence(raw, unit, sentence):
    assert read_cell(raw, Expected(unit=unit)).understood() == sentence


@pytest.mark.parametrize("awkward", NUMBERS_AND_STATES, ids=lambda cell: cell.raw)
def test_what_is_read_back_would_be_read_again_as_the_same(awkward):
    expected = EXPECTED[awkward.what_for]
    cell = read_cell(awkward.raw, expected)

    again = read_cell(cell.understood().removesuffix("として受け付けます。"), expected)

    for field in ("value", "state", "unit", "provisional", "qualifiers", "note"):
        assert getattr(again, field) == getattr(cell, field)


def test_every_state_but_the_baselines_own_is_one_that_a_value_can_have():
    labels = {state: label for state, label in LABELS.items() if state != "no_baseline"}

    assert labels == dict(Observation.ValueState.choices)


@pytest.mark.parametrize(
    ("raw", "needs_reason"),
    [("廃止", True), ("未実施", True), ("集計中", False), ("0", False), ("", False)],
)
def test_an_end_and_a_year_without_work_need_a_reason(raw, needs_reason):
    assert read_cell(raw, Expected(unit="人")).needs_reason == needs_reason


@pytest.mark.parametrize(
    ("raw", "unit", "sentences"),
    [
        pytest.param(
            "97回",
            "人／年",
            {
                "単位が「回」です。この取組目標の単位は「人／年」です。"
                "同じものを数えているか確かめてください。": True
            },
            id="another thing",
        ),
        pytest.param(
            "97人",
            "",
            {
                "単位が「人」です。この取組目標の単位は登録されていません。"
                "同じものを数えているか確かめてください。": True
            },
            id="no unit known",
        ),
        pytest.param(
            "97人",
            "人／年",
            {"単位を「人／年」として受け付けます。": False},
            id="the period left out asks nothing",
        ),
        pytest.param("97人/年", "人／年", {}, id="other width"),
        pytest.param(
            "-5",
            "人",
            {"負の数です。増えた数や減った数ではないか確かめてください。": True},
            id="less than nothing",
        ),
    ],
)
def test_what_is_odd_is_said_and_asked(raw, unit, sentences):
    cell = read_cell(raw, Expected(unit=unit))

    assert {doubt.sentence: doubt.asks for doubt in cell.warnings} == sentences
    assert cell.is_unit_in_doubt == any("同じもの" in said for said in sentences)
