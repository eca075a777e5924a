"""Queries that are compiled once."""

from datetime import date
from time import sleep
from unittest.mock import patch

import pytest
from django.db import ConnectionHandler, connection
from django.db.models import Q, Value
from django.db.models.sql.compiler import SQLCompiler

from plans.compound import first_rows
from plans.models import BasicPolicy, Measure, Plan, Publisher
from plans.prepared import _MOST_SHAPES, NotPreparable, _Shape, prepared
from tests.factories import a_measure, a_plan, a_policy
from tests.staff_records import a_publisher
from tests.welfare_plan.round_trip.databases import on

pytestmark = pytest.mark.django_db


@prepared
def titles_of(plan, code):
    chosen = BasicPolicy.objects.filter(Q(plan=plan) | Q(plan__parent=plan), code=code)
    return chosen.order_by("pk").values_list("title", flat=True)


def test_the_same_sql_is_run_with_other_values():
    first, second = (
        a_policy(code="1", title="支え合い"),
        a_policy(code="2", title="安心"),
    )

    assert list(titles_of(plan=first.plan_id, code="1")) == ["支え合い"]
    assert list(titles_of(plan=second.plan_id, code="2")) == ["安心"]
    assert list(titles_of(plan=first.plan_id, code="2")) == []


def test_it_is_compiled_once(django_assert_num_queries):
    list(titles_of(plan=1, code="1"))

    with (
        patch.object(SQLCompiler, "as_sql", side_effect=AssertionError("compiled")),
        django_assert_num_queries(3),
    ):
        for plan in range(3):
            list(titles_of(plan=plan, code="1"))


def test_rows_are_what_django_makes_of_them():
    @prepared
    def publishers(pk):
        return Publisher.objects.filter(pk=pk).order_by("pk")

    due = date(2027, 3, 31)
    publisher = a_publisher(accessibility_due_on=due)

    (record,) = publishers(pk=publisher.pk)
    (row,) = prepared(lambda pk: publishers.__wrapped__(pk).values())(pk=publisher.pk)

    assert (record, record.accessibility_due_on) == (publisher, due)
    assert (row["accessibility_due_on"], row["allows_own_approval"]) == (due, False)


def test_related_records_come_along(django_assert_num_queries):
    @prepared
    def policies(plan):
        rows = BasicPolicy.objects.filter(plan=plan).select_related("plan")
        return rows.prefetch_related("measures")

    policy = a_policy()
    measure = a_measure(policy)
    list(policies(plan=policy.plan_id))

    with django_assert_num_queries(2):
        (row,) = policies(plan=policy.plan_id)

        assert row.plan == policy.plan
        assert list(row.measures.all()) == [measure]


def test_a_list_has_its_length_and_may_be_empty():
    @prepared
    def slugs(plans):
        rows = Plan.objects.filter(pk__in=plans).order_by("slug")
        return rows.values_list("slug", flat=True)

    keys = [a_plan(slug=slug).pk for slug in ("plan-a", "plan-b", "plan-c")]

    assert list(slugs(plans=keys)) == ["plan-a", "plan-b", "plan-c"]
    assert list(slugs(plans=keys[1:])) == ["plan-b", "plan-c"]
    assert list(slugs(plans=[])) == []
    assert list(slugs(plans=(keys[2],))) == ["plan-c"]


def test_what_shapes_the_sql_is_compiled_for_each_value():
    @prepared(fixed=("order",))
    def codes(plan, order):
        rows = BasicPolicy.objects.filter(plan=plan).order_by(order)
        return rows.values_list("code", flat=True)

    plan = a_plan()
    for code in ("1", "2"):
        a_policy(plan, code=code)

    assert list(codes(plan=plan.pk, order="code")) == ["1", "2"]
    assert list(codes(plan=plan.pk, order="-code")) == ["2", "1"]


def test_only_so_many_values_are_kept_however_many_come():
    built = []

    @prepared(fixed=("start",))
    def from_place(plan, start):
        built.append(start)
        rows = BasicPolicy.objects.filter(plan=plan).order_by("code")
        return rows.values_list("code", flat=True)[start:]

    policy = a_policy(code="1")
    read = [list(from_place(plan=policy.plan_id, start=n)) for n in range(_MOST_SHAPES)]

    assert read == [["1"], *[[]] * (_MOST_SHAPES - 1)]
    assert list(from_place(plan=policy.plan_id, start=0)) == ["1"]
    assert built == [*range(_MOST_SHAPES)]

    list(from_place(plan=policy.plan_id, start=_MOST_SHAPES))
    assert list(from_place(plan=policy.plan_id, start=0)) == ["1"]
    assert built == [*range(_MOST_SHAPES + 1), 0]


def test_a_union_is_prepared_as_a_whole():
    @prepared
    def both(plan, code):
        policies = BasicPolicy.objects.filter(plan=plan).order_by()
        measures = Measure.objects.filter(plan=plan, policy__code=code).order_by()
        rows = [
            each.values_list(Value(kind), "code")
            for kind, each in (("基本方針", policies), ("基本施策", measures))
        ]
        return rows[0].union(rows[1], all=True).order_by("code")

    policy = a_policy(code="1")
    a_measure(policy, code="1-1")

    found = list(both(plan=policy.plan_id, code="1"))

    assert found == [("基本方針", "1"), ("基本施策", "1-1")]


def test_another_kind_of_database_gets_sql_of_its_own():
    """On PostgreSQL each part is cut, which SQLite refuses."""

    @prepared
    def codes(plan):
        parts = BasicPolicy.objects.filter(plan=plan), Measure.objects.filter(plan=plan)
        rows = [each.values_list("code", flat=True) for each in parts]
        return first_rows(rows, ["code"], 0, 1)

    measure = a_measure(a_policy(code="2"), code="1-1")

    assert list(codes(plan=measure.plan_id)) == ["1-1"]
    with on(sqlite_in_memory(BasicPolicy, Measure)):
        assert list(codes(plan=measure.plan_id)) == []
    assert list(codes(plan=measure.plan_id)) == ["1-1"]


def sqlite_in_memory(*models):
    settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    wrapper = ConnectionHandler({"default": settings})["default"]
    with wrapper.schema_editor() as editor:
        for model in models:
            editor.create_model(model)
    return wrapper


@pytest.mark.parametrize(
    ("build", "value"),
    [
        pytest.param(lambda plan: Plan.objects.filter(pk=plan), None, id="nothing"),
        pytest.param(lambda plan: Plan.objects.filter(pk=plan), True, id="a truth"),
        pytest.param(lambda plan: Plan.objects.all(), 3, id="not handed on"),
        pytest.param(
            lambda plan: Plan.objects.filter(pk=plan + 1), 3, id="reckoned with"
        ),
        pytest.param(
            lambda plan: Plan.objects.filter(slug__startswith=plan),
            "kashiwa",
            id="part of a pattern",
        ),
    ],
)
def test_what_is_no_plain_parameter_is_refused(build, value):
    with pytest.raises(NotPreparable):
        list(prepared(build)(plan=value))


def test_each_reading_asks_the_database_anew():
    policy = a_policy(code="1", title="支え合い")
    list(titles_of(plan=policy.plan_id, code="1"))

    BasicPolicy.objects.filter(pk=policy.pk).update(title="つながり")

    assert list(titles_of(plan=policy.plan_id, code="1")) == ["つながり"]


def test_every_thread_reads_on_its_own_connection(at_once, made):
    policy = made(lambda: a_policy(code="1", title="支え合い"))
    list(titles_of(plan=0, code="1"))

    def read():
        return list(titles_of(plan=policy.plan_id, code="1"))

    assert at_once(read, read, read) == [["支え合い"]] * 3


def test_of_threads_that_come_at_once_one_compiles(at_once, made, monkeypatch):
    policy = made(lambda: a_policy(code="1", title="支え合い"))
    built, compiled = [], []

    compile_now = _Shape._compile

    def compile_slowly(shape, using):
        compiled.append(using)
        sleep(0.02)
        return compile_now(shape, using)

    monkeypatch.setattr(_Shape, "_compile", compile_slowly)

    def build(plan):
        built.append(plan)
        parts = [
            Measure.objects.filter(plan=plan, policy__plan__parent__slug=str(number))
            for number in range(20)
        ]
        rows = [each.order_by().values_list("code") for each in parts]
        own = BasicPolicy.objects.filter(plan=plan).order_by().values_list("code")
        return own.union(*rows, all=True)

    for _ in range(5):
        rows = prepared(build)
        built.clear()
        compiled.clear()

        found = at_once(*[lambda rows=rows: list(rows(plan=policy.plan_id))] * 8)

        assert found == [[("1",)]] * 8
        assert len(built) == len(compiled) == 1


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite keeps statements by itself"
)
def test_the_server_keeps_what_is_prepared_and_nothing_else():
    for _ in range(10):
        list(titles_of(plan=1, code="1"))
        list(Publisher.objects.filter(name="見本市").values("slug"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [statement for (statement,) in cursor.fetchall()]

    assert any('FROM "plans_basicpolicy"' in statement for statement in kept)
    assert not any('"plans_publisher"."name" =' in statement for statement in kept)
