"""A better actual never gives a worse status, whatever was promised."""

from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.progress import judge
from indicators.progress_values import Observed
from tests.indicators.any_target import any_case, values

BEST_FIRST = (
    {"achieved", "maintained"},
    {"on_track"},
    {"slightly_behind"},
    # The last is a goal that is not met, of a target whose years are unknown.
    {"behind", "not_achieved", "not_maintained", "no_baseline", "not_assessable"},
    {"regressed"},
)


def is_falling(target, goal):
    """Whether less is better; None where nothing says so."""
    if target.mode == "goal" and target.baseline not in (None, goal):
        return goal < target.baseline
    return {"decrease": True, "increase": False}.get(target.direction)


def place(status):
    """0 is best; None for a target that no actual can bring to a verdict."""
    places = [at for at, names in enumerate(BEST_FIRST) if status in names]
    return places[0] if places else None


@given(any_case(), st.data())
def test_a_better_actual_never_gives_a_worse_status(case, data):
    target, _, rest = case
    goal = target.goal_in(rest["year"]).value
    assume(goal is not None and is_falling(target, goal) is not None)
    number = values(target.decimals) | st.sampled_from([goal, target.baseline or goal])
    rising = sorted([data.draw(number), data.draw(number)])

    worse, better = (
        place(judge(target, {rest["year"]: Observed(actual)}, **rest).status)
        for actual in sorted(rising, reverse=is_falling(target, goal))
    )

    assert (worse is None) == (better is None)
    assert worse is None or better <= worse
