"""How far the first rows of a search reach, from hits that are not all there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.search.hits import Hit, PlanOfHit, Reach, likely_reach, reach_of

KINDS = ["plan", "measure", "target"]


def hits(kind, *positions, is_topical=True):
    return [Hit(kind, is_topical, plan(n, f"city-{n}")) for n in positions]


def plan(position, slug):
    return PlanOfHit(position, slug, pk=1, title="計画", working_title="")


def test_as_many_of_the_first_kinds_leave_no_place_for_another():
    counted = [*hits("plan", 1, is_topical=False), *hits("measure", 3, 2, 9)]

    assert reach_of(counted, KINDS, 3) == Reach(["plan", "measure"], (3, "city-3"))


def test_hits_of_plans_that_have_ended_or_beside_the_title_bound_nothing():
    counted = [*hits("measure", 1), *hits("measure", 2, 3, is_topical=False)]

    assert reach_of(counted, KINDS, 3) == Reach(["plan", "measure"], None)


def test_fewer_hits_than_rows_tell_nothing():
    assert reach_of(hits("measure", 1, 2), KINDS, 3) is None
    assert reach_of([], KINDS, 1) is None


@pytest.mark.parametrize("rows", [1, 2])
def test_a_kind_that_is_not_known_takes_no_place(rows):
    assert reach_of(hits("riddle", 1, 2), KINDS, rows) is None


def test_a_kind_that_every_fourth_plan_has_is_taken_to_fill_a_page():
    of_two = hits("measure", 1, 2)

    likely = likely_reach([*of_two, *hits("target", *range(1, 9))], KINDS, 21)

    assert likely == Reach(["plan", "measure"], first_plans=84)
    too_few = [*of_two, *hits("target", *range(1, 10))]
    assert likely_reach(too_few, KINDS[:2], 21) is None


def test_of_hits_beside_the_title_any_plan_can_be_the_first():
    beside = hits("measure", 1, 2, is_topical=False)

    assert likely_reach(beside, KINDS, 21) == Reach(["plan", "measure"])


def test_of_no_hits_nothing_is_likely():
    assert likely_reach([], KINDS, 21) is None


def place(hit):
    return (KINDS.index(hit.kind), not hit.is_topical, *hit.plan[:2])


HITS = st.builds(
    Hit,
    st.sampled_from(KINDS),
    st.booleans(),
    st.builds(plan, st.integers(0, 3), st.sampled_from("abc")),
)


@given(st.lists(HITS, max_size=30), st.data(), st.integers(1, 6))
def test_no_first_row_of_all_lies_beyond_what_some_of_them_say(all_hits, data, rows):
    counted = data.draw(
        st.lists(st.sampled_from(all_hits), unique_by=id) if all_hits else st.just([])
    )

    reach = reach_of(counted, KINDS, rows)

    for hit in sorted(all_hits, key=place)[:rows] if reach else []:
        assert hit.kind in reach.kinds
        is_last = hit.kind == reach.kinds[-1] and reach.last_plan
        assert not is_last or hit.plan[:2] <= reach.last_plan
