"""What holds for any two waves of a survey."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext

from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.survey_change import Change, Wave, survey_change

OPPOSITE = {Change.IMPROVED: Change.WORSENED, Change.WORSENED: Change.IMPROVED}
percents = st.decimals(0, 100, places=2) | st.decimals(0, 100, places=1)
sizes = st.none() | st.integers(1, 100_000)
waves = st.builds(Wave, st.just(2023), percents, sizes)
all_waves = st.builds(
    Wave,
    st.integers(2015, 2030),
    percents,
    sizes | st.just(0),
    comparable=st.booleans(),
    self_selected=st.booleans(),
)
directions = st.sampled_from(["increase", "decrease"])
assumed = st.integers(1, 5000)


def slow_margin(before, after, assumed_n):
    """The formula as it is printed, with sixty digits instead of fractions."""
    a, c = before.percent / 100, after.percent / 100
    n1, n2 = before.n or assumed_n, after.n or assumed_n
    return Decimal("1.96") * (a * (1 - a) / n1 + c * (1 - c) / n2).sqrt() * 100


@given(all_waves, st.none() | all_waves, directions, assumed)
def test_any_two_waves_get_an_answer(before, after, direction, assumed_n):
    result = survey_change(before, after, direction=direction, assumed_n=assumed_n)

    tested = result.change in {Change.IMPROVED, Change.WORSENED, Change.UNCHANGED}
    assert (result.change == Change.NOT_SURVEYED) == (after is None)
    assert (result.margin_squared is not None) == tested
    if not tested:
        assert not result.for_reference


@given(waves, waves, directions, assumed)
def test_the_answer_agrees_with_the_printed_formula(
    before, after, direction, assumed_n
):
    with localcontext(prec=60):
        margin = slow_margin(before, after, assumed_n)
        points = after.percent - before.percent
        # Where they are equal only exact arithmetic can tell.
        assume(abs(abs(points) - margin) > Decimal("1e-50") or points == 0)
        result = survey_change(before, after, direction=direction, assumed_n=assumed_n)

        is_unchanged = points == 0 or abs(points) < margin
        is_good = (points > 0) == (direction == "increase")
        wanted = Change.IMPROVED if is_good else Change.WORSENED
        assert result.change == (Change.UNCHANGED if is_unchanged else wanted)
        for digits in (0, 1, 2):
            step = Decimal(1).scaleb(-digits)
            assert result.margin(digits) == margin.quantize(step, ROUND_HALF_UP)


@given(waves, waves, directions, assumed)
def test_going_back_is_the_opposite_of_going_there(before, after, direction, assumed_n):
    rest = {"direction": direction, "assumed_n": assumed_n}

    there = survey_change(before, after, **rest)
    back = survey_change(after, before, **rest)

    assert back.change == OPPOSITE.get(there.change, there.change)
    assert (back.points, back.margin_squared) == (-there.points, there.margin_squared)
    assert back.for_reference == there.for_reference


@given(waves, waves, assumed)
def test_the_other_direction_turns_the_judgement_alone(before, after, assumed_n):
    up, down = (
        survey_change(before, after, direction=direction, assumed_n=assumed_n)
        for direction in ("increase", "decrease")
    )

    assert down == replace(up, change=OPPOSITE.get(up.change, up.change))


@given(waves, waves, directions)
def test_the_share_who_did_not_answer_so_changes_the_other_way(
    before, after, direction
):
    other = "decrease" if direction == "increase" else "increase"
    rest_of = [replace(each, percent=100 - each.percent) for each in (before, after)]

    one = survey_change(before, after, direction=direction)
    two = survey_change(*rest_of, direction=other)

    assert (one.change, one.margin_squared) == (two.change, two.margin_squared)


@given(waves, waves, directions, st.integers(2, 50))
def test_more_people_never_make_a_change_doubtful(before, after, direction, times):
    assume(None not in (before.n, after.n))
    larger = [replace(each, n=each.n * times) for each in (before, after)]

    few = survey_change(before, after, direction=direction)
    many = survey_change(*larger, direction=direction)

    assert many.margin_squared == few.margin_squared / times
    assert few.change in {Change.UNCHANGED, many.change}
    assert few.for_reference or not many.for_reference
