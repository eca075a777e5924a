"""Once a value was 秘匿, no number from before that is shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.withheld import withheld_until


@pytest.mark.parametrize(
    ("states", "until"),
    [
        ([], 0),
        (["", "collecting", "not_applicable"], 0),
        (["", "suppressed"], 2),
        (["", "suppressed", "not_applicable"], 2),
        (["", "suppressed", "", "suppressed", ""], 4),
    ],
    ids=["nothing", "never", "newest", "then another word", "twice"],
)
def test_numbers_older_than_the_last_withholding_stay_withheld(states, until):
    assert withheld_until(enumerate(states, start=1)) == until


@given(st.lists(st.sampled_from(["", "suppressed", "unknown"])), st.text(max_size=3))
def test_nothing_that_is_published_later_shows_an_older_number(states, later):
    before = withheld_until(enumerate(states, start=1))

    assert withheld_until(enumerate([*states, later], start=1)) >= before
