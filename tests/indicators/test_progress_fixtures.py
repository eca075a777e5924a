"""The worked examples of the rules: eight targets, R5 to R12, judged in R7."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from indicators.judgement_labels import LABELS
from indicators.judgement_words import percent_text
from tests.indicators.judging import judged, number, row, terms

# 基準値, 目標値, 小数の桁, R7の目安, 順調の線, やや遅れの線. All but the last are
# figures of 柏市地域健康福祉計画 (fixtures/003-kashiwa.yaml).
MENUS = ("39", "51", 0, "42.43", "42", "41")
VISITS = ("904", "1100", 0, "960", "957", "937")
SHARE = ("0.5", "100", 1, "28.93", "27.5", "17.5")
TALKS = ("5928", "9000", 0, "6805.7", "6761", "6454")
MEMBERS = ("781", "830", 0, "795", "794", "789")
USERS = ("129651", "135482", 0, "131317", "131233", "130650")
FALLING = ("20", "10", 0, "17.14", "18", "19")
TABLE = [
    pytest.param(*target, id=f"{target[0]} to {target[1]}")
    for target in (MENUS, VISITS, SHARE, TALKS, MEMBERS, USERS, FALLING)
]
COLUMNS = ("b", "g", "decimals", "expected", "on_track", "slight")


@pytest.mark.parametrize(COLUMNS, TABLE)
def test_the_expected_value_and_the_lines_are_those_of_the_table(
    b, g, decimals, expected, on_track, slight
):
    result = judged(terms(b, g, decimals=decimals), b)

    exact = Decimal(result.expected.numerator) / result.expected.denominator
    assert exact.quantize(Decimal(expected), ROUND_HALF_UP) == Decimal(expected)
    assert (result.line_on, result.line_slight) == (number(on_track), number(slight))


@pytest.mark.parametrize(COLUMNS, TABLE)
def test_a_status_begins_exactly_on_its_line(
    b, g, decimals, expected, on_track, slight
):
    target = terms(b, g, decimals=decimals)
    step = Decimal(1).scaleb(-decimals) * (1 if Decimal(g) > Decimal(b) else -1)
    values = [number(on_track), number(slight)]

    on_the_line = [judged(target, row(value)).status for value in values]
    one_step_short = [judged(target, row(value - step)).status for value in values]

    assert on_the_line == ["on_track", "slightly_behind"]
    assert one_step_short == ["slightly_behind", "behind"]


@pytest.mark.parametrize(
    ("target", "actual", "symbol", "status"),
    [
        pytest.param(target, actual, symbol, status, id=f"{target[0]}: {actual}")
        for target, actual, symbol, status in [
            (MENUS, "42", "○", "on_track"),
            (MENUS, "41", "△", "slightly_behind"),
            (MENUS, "40", "×", "behind"),
            (VISITS, "958", "○", "on_track"),
            (VISITS, "940", "△", "slightly_behind"),
            (VISITS, "920", "×", "behind"),
            (VISITS, "880", "▼", "regressed"),
            (VISITS, "1112", "◎", "achieved"),
            (SHARE, "28.0", "○", "on_track"),
            (SHARE, "20.0", "△", "slightly_behind"),
            (SHARE, "8.4", "×", "behind"),
            (TALKS, "6900", "○", "on_track"),
            (TALKS, "6500", "△", "slightly_behind"),
            (TALKS, "6100", "×", "behind"),
            (MEMBERS, "795", "○", "on_track"),
            (MEMBERS, "790", "△", "slightly_behind"),
            (MEMBERS, "779", "×", "behind"),
            (MEMBERS, "770", "▼", "regressed"),
            (USERS, "131300", "○", "on_track"),
            (USERS, "130700", "△", "slightly_behind"),
            (USERS, "129500", "×", "behind"),
            (USERS, "128000", "▼", "regressed"),
            (FALLING, "17", "○", "on_track"),
            (FALLING, "18", "○", "on_track"),
            (FALLING, "9", "◎", "achieved"),
            (FALLING, "21", "▼", "regressed"),
        ]
    ],
)
def test_an_actual_gets_its_status(target, actual, symbol, status):
    b, g, decimals, *_ = target

    result = judged(terms(b, g, decimals=decimals), actual)

    assert (result.status, LABELS[result.status].symbol) == (status, symbol)


@pytest.mark.parametrize(
    ("target", "actual", "percent"),
    [
        pytest.param(VISITS, "940", "18.4%", id="on the way"),
        pytest.param(VISITS, "880", "−12.2%", id="worse than the baseline"),
        pytest.param(MEMBERS, "779", "−4.1%", id="within the tolerance"),
        pytest.param(USERS, "129500", "−2.6%", id="large figures"),
    ],
)
def test_progress_counts_from_the_baseline(target, actual, percent):
    b, g, *_ = target

    result = judged(terms(b, g), actual)

    assert percent_text(result.progress, achieved=False) == percent
