"""Rows of several tables in one query."""

import pytest
from django.db.models import F

from plans.fields import PositionField
from plans.models import BasicPolicy, GlossaryTerm, Measure, Section
from plans.parts import fetch_parts, part
from tests.factories import a_measure, a_plan, a_policy

pytestmark = pytest.mark.django_db


def a_term(plan, code, position=1, **values):
    return GlossaryTerm.objects.create(
        plan=plan, code=code, position=position, **{"term": f"用語{code}", **values}
    )


def policies(plan, **columns):
    return part("policy", BasicPolicy.objects.filter(plan=plan), **columns)


def measures(plan, **columns):
    return part("measure", Measure.objects.filter(plan=plan), **columns)


def codes(rows):
    return [row["code"] for row in rows]


def test_rows_of_several_tables_come_in_one_query(django_assert_num_queries):
    plan = a_plan()
    policy = a_policy(plan, code="1", title="支え合い")
    a_measure(policy, code="1-1", label="(1)", title="見守り")
    a_term(plan, "g-1", term="共創")
    wanted = (
        policies(plan, title="title"),
        measures(plan, name=F("title"), label="label", above="policy__code"),
        part("term", GlossaryTerm.objects.filter(plan=plan), term="term"),
    )
    # The first fetch of a process asks SQLite once whether it knows JSON.
    fetch_parts(*wanted)

    with django_assert_num_queries(1):
        parts = fetch_parts(*wanted)

    assert parts == {
        "policy": [{"code": "1", "title": "支え合い"}],
        "measure": [{"code": "1-1", "name": "見守り", "label": "(1)", "above": "1"}],
        "term": [{"code": "g-1", "term": "共創"}],
    }


def test_one_kind_alone_needs_no_other():
    policy = a_policy(code="1", title="支え合い")

    parts = fetch_parts(policies(policy.plan, title="title"))

    assert parts == {"policy": [{"code": "1", "title": "支え合い"}]}


def test_rows_come_by_position_then_code():
    plan = a_plan()
    for code, position in (("b", 2), ("c", 1), ("a", 2), ("d", 10)):
        a_policy(plan, code=code, position=position)

    assert codes(fetch_parts(policies(plan))["policy"]) == ["c", "a", "b", "d"]


def test_the_order_of_a_queryset_does_not_count():
    plan = a_plan()
    a_policy(plan, code="1", position=1)
    a_policy(plan, code="2", position=2)
    rows = BasicPolicy.objects.filter(plan=plan).order_by("-position")

    assert codes(fetch_parts(part("policy", rows))["policy"]) == ["1", "2"]


@pytest.mark.parametrize("position", [1, PositionField.high], ids=["small", "largest"])
def test_rows_stand_below_the_positions_of_their_parents(position):
    plan = a_plan()
    late = a_policy(plan, position=2)
    early = a_policy(plan, position=1)
    a_measure(late, code="late-1", position=1)
    a_measure(early, code="early-1", position=position)
    a_measure(early, code="early-0", position=0)
    rows = Measure.objects.filter(plan=plan)

    found = fetch_parts(part("measure", rows, below=("policy__position",)))

    assert codes(found["measure"]) == ["early-0", "early-1", "late-1"]


def test_a_kind_without_rows_is_an_empty_list():
    plan = a_plan()
    a_policy(plan, code="1")

    parts = fetch_parts(policies(plan), measures(plan))

    assert parts["measure"] == []
    assert codes(parts["policy"]) == ["1"]


def test_two_kinds_of_one_table_stay_apart():
    plan = a_plan()
    policy = a_policy(plan)
    for code, home in (("whole", None), ("below", policy)):
        Section.objects.create(
            plan=plan, policy=home, code=code, kind="other", heading="節"
        )
    rows = Section.objects.filter(plan=plan)

    parts = fetch_parts(
        part("own", rows.filter(policy=None)), part("lower", rows.exclude(policy=None))
    )

    assert parts == {"own": [{"code": "whole"}], "lower": [{"code": "below"}]}


def test_rows_that_read_the_same_in_two_plans_both_come():
    terms = [a_term(a_plan(), "g-1", term="共創") for _ in range(2)]
    rows = GlossaryTerm.objects.filter(pk__in=[term.pk for term in terms])

    parts = fetch_parts(part("term", rows, term="term"), policies(terms[0].plan))

    assert parts["term"] == [{"code": "g-1", "term": "共創"}] * 2


def test_values_keep_their_type_on_the_way():
    plan = a_plan()
    policy = a_policy(plan, code="1", position=7, title="")

    (row,) = fetch_parts(
        policies(plan, id="id", position="position", title="title"),
        measures(plan),
    )["policy"]

    assert row == {"code": "1", "id": policy.pk, "position": 7, "title": ""}


def test_texts_arrive_as_they_are_stored():
    plan = a_plan()
    text = '一行目\n「二」行目 "引用" \\ {"a": 1} 𠮷 <b>'
    a_term(plan, "g-1", definition=text)
    rows = GlossaryTerm.objects.filter(plan=plan)

    parts = fetch_parts(part("term", rows, definition="definition"), policies(plan))

    assert parts["term"][0]["definition"] == text
