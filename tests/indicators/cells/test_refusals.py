"""What cannot be taken says why, and what to do instead."""

import time
from contextlib import suppress

import pytest

from indicators.cells import CellError, Expected, read_cell


def refused(raw, **expected):
    with pytest.raises(CellError) as caught:
        read_cell(raw, Expected(**{"unit": "人", **expected}))
    return caught.value


@pytest.mark.parametrize(
    ("raw", "why", "fix"),
    [
        pytest.param(
            "900～940",
            "「900～940」には2つの数があります。",
            "1つの数だけを入れ、日付・幅・内訳は備考に書いてください。",
            id="a range",
        ),
        pytest.param(
            "集計中（6月公表）",
            "「集計中（6月公表）」には「集計中」のほかにも書かれています。",
            "「集計中」か数の一方だけを入れ、ほかは備考に書いてください。",
            id="a word and more",
        ),
        pytest.param(
            "新規",
            "「新規」は、実績値の欄では使えません。",
            "数か、「集計中・未実施・秘匿・該当なし・不明・未定・事業終了」のどれかを"
            "入れてください。",
            id="a word of another column",
        ),
    ],
)
def test_a_refusal_says_why_and_what_to_do(raw, why, fix):
    error = refused(raw)

    assert (error.why, error.fix) == (why, fix)


@pytest.mark.parametrize(
    ("raw", "decimals", "rounded"),
    [
        ("958.5", 0, "「959」"),
        ("0.1254", 2, "「0.13」"),
        ("1,234.56", 1, "「1,234.6」"),
    ],
)
def test_too_fine_a_number_comes_with_the_number_to_write(raw, decimals, rounded):
    error = refused(raw, decimals=decimals)

    assert rounded in error.fix


@pytest.mark.parametrize(
    ("raw", "percent"), [("0.9", "90"), ("0.95", "95"), ("０．１２５", "12.5")]
)
def test_a_share_of_one_comes_with_the_percentage_to_write(raw, percent):
    error = refused(raw, decimals=0, measure_type="ratio", unit="%")

    assert error.fix == f"{percent}%のことなら、「{percent}」と書いてください。"


@pytest.mark.parametrize("raw", ["0.9%", "0.9％"])
def test_a_percentage_below_one_is_only_too_fine(raw):
    error = refused(raw, decimals=0, measure_type="ratio", unit="%")

    assert "「1」のように直すか" in error.fix


def test_a_long_cell_is_quoted_in_short():
    assert (
        "「あいうえおかきくけこあいうえおかきくけこ…」"
        in refused("あいうえおかきくけこ" * 3).why
    )


def test_a_share_in_a_count_names_what_is_counted():
    assert "人の数" in refused("0.125", is_percent_formatted=True).why


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 10_000, id="digits"),
        pytest.param("約" * 10_000, id="qualifiers"),
        pytest.param("あ" * 201, id="one too many"),
    ],
)
def test_what_the_database_cannot_keep_as_typed_is_too_long(text):
    assert refused(text).code == "too_long"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 200,
        "9," * 100,
        "9 " * 100,
        "※" * 200,
        "※1" * 100,
        "※ " * 100,
        "約速報" * 66,
        "以上" * 100,
        "(" * 200,
        "(9" * 100,
        "1万" * 100,
        "億万千百" * 50,
        "○" * 199 + "件9",
        "○." * 100,
        "一" * 200,
        "²" * 199 + "9",
        "ﷺ" * 200,
        "\u0301" * 200,
    ],
    ids=lambda text: text[:4],
)
def test_no_cell_takes_long(text):
    started = time.process_time()

    with suppress(CellError):
        read_cell(text, Expected(unit="人"))

    assert time.process_time() - started < 0.2


def test_a_blank_of_any_length_is_a_blank():
    assert read_cell("　" * 10_000, Expected(unit="人")).is_blank
