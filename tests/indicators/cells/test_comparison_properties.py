"""What holds for every value beside whatever is known of its target."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from indicators.cells import doubts_about

values = st.decimals(-(10**12), 10**12, places=4)
known = st.none() | values


@given(values, known, known, known)
def test_any_number_can_be_compared(value, previous, baseline, goal):
    facts = {"measure_type": "cumulative", "decimals": 4, "unit": "人"}

    found = doubts_about(
        value, previous=previous, baseline=baseline, goal=goal, **facts
    )

    assert len(found) <= 2
    assert all(doubt.asks for doubt in found)


@given(values, st.none() | st.just(Decimal(5)))
def test_a_value_like_last_years_is_never_doubted_beside_it(value, baseline):
    facts = {"measure_type": "cumulative", "decimals": 4, "unit": "人", "goal": None}

    assert doubts_about(value, previous=value, baseline=baseline, **facts) == ()
