"""Whether the share of an answer changed between two waves, or only seems to have."""

from decimal import Decimal

import pytest

from indicators.survey_change import Wave, survey_change

R5, R8 = 2023, 2026


def wave(percent, n=1000, year=R5, **values):
    return Wave(year, Decimal(percent), n, **values)


def change(before, after, direction="increase", **rest):
    return survey_change(before, after, direction=direction, **rest)


@pytest.mark.parametrize(
    ("before", "after", "direction", "status", "margin"),
    [
        # The starts are those of 柏市地域健康福祉計画 in R5; the later waves are not.
        pytest.param("30.2", "34.5", "increase", "improved", "4.1", id="30.2 to 34.5"),
        pytest.param("47.5", "50.0", "increase", "unchanged", "4.4", id="47.5 to 50"),
        pytest.param("5.5", "4.0", "decrease", "unchanged", "1.9", id="5.5 to 4.0"),
        pytest.param("5.5", "3.2", "decrease", "improved", "1.8", id="5.5 to 3.2"),
    ],
)
def test_a_change_counts_beyond_its_margin(before, after, direction, status, margin):
    result = change(wave(before), wave(after, year=R8), direction)

    assert (result.change, result.margin(1)) == (status, Decimal(margin))
    assert result.points == Decimal(after) - Decimal(before)
    assert not result.for_reference


@pytest.mark.parametrize(
    ("direction", "after", "status"),
    [
        ("increase", "40.0", "improved"),
        ("increase", "20.0", "worsened"),
        ("decrease", "40.0", "worsened"),
        ("decrease", "20.0", "improved"),
    ],
)
def test_the_desired_direction_says_what_is_better(direction, after, status):
    assert change(wave("30.0"), wave(after), direction).change == status


@pytest.mark.parametrize(
    ("before", "after", "n"),
    [
        # 1.96² × (a(1−a) + c(1−c)) ÷ n is exactly (c − a)² for these.
        pytest.param("7.9", "12.8", 295, id="4.9 points of 295"),
        pytest.param("24.7", "29.6", 631, id="4.9 points of 631"),
        pytest.param("37.6", "43.2", 588, id="5.6 points of 588"),
    ],
)
def test_a_change_as_large_as_the_margin_counts(before, after, n):
    exactly, one_fewer = (
        change(wave(before, size), wave(after, size)) for size in (n, n - 1)
    )

    assert exactly.margin(6) == abs(exactly.points)
    assert (exactly.change, one_fewer.change) == ("improved", "unchanged")


@pytest.mark.parametrize("percent", ["0", "100", "30.2"])
@pytest.mark.parametrize("direction", ["increase", "decrease"])
def test_no_change_is_unchanged_even_without_a_margin(percent, direction):
    result = change(wave(percent), wave(percent), direction)

    assert (result.change, result.points) == ("unchanged", 0)


def test_shares_without_spread_have_no_margin_and_any_change_counts():
    result = change(wave("0"), wave("100"))

    assert (result.change, result.margin(1)) == ("improved", 0)


@pytest.mark.parametrize(
    ("first_n", "second_n", "same_as"),
    [
        pytest.param(None, None, (1000, 1000), id="both unknown"),
        pytest.param(None, 400, (1000, 400), id="first unknown"),
        pytest.param(400, None, (400, 1000), id="second unknown"),
    ],
)
def test_an_assumed_size_replaces_only_the_missing_one(first_n, second_n, same_as):
    result = change(wave("30.2", first_n), wave("34.5", second_n))

    told = change(wave("30.2", same_as[0]), wave("34.5", same_as[1]))
    assert (result.change, result.margin_squared) == (
        told.change,
        told.margin_squared,
    )
    assert (result.for_reference, told.for_reference) == (True, False)


def test_a_city_may_assume_another_size():
    few, many = (
        change(wave("30.2", None), wave("34.5", None), assumed_n=n) for n in (100, 9000)
    )

    assert (few.change, many.change) == ("unchanged", "improved")


@pytest.mark.parametrize(
    ("first", "second", "for_reference"),
    [
        pytest.param(("0.5", 1000), ("9.0", 1000), False, id="exactly five"),
        pytest.param(("0.4", 1000), ("9.0", 1000), True, id="four before"),
        pytest.param(("9.0", 1000), ("0.4", 1000), True, id="four after"),
        pytest.param(("0.5", 999), ("9.0", 1000), True, id="hardly under five"),
        pytest.param(("0", 1000), ("9.0", 1000), True, id="nobody"),
    ],
)
def test_fewer_than_five_people_are_for_reference(first, second, for_reference):
    result = change(wave(*first), wave(*second))

    assert result.for_reference == for_reference


def test_a_second_digit_tells_a_margin_from_a_change_that_prints_alike():
    result = change(wave("30.2", 1000), wave("34.3", 1000))

    assert result.points == result.margin(1)
    assert (result.change, result.margin(2)) == ("improved", Decimal("4.09"))
