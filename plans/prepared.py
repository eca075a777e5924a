"""Queries that Django compiles once, and that are run again with other values.

    @prepared
    def _rows(plan: int, code: str):
        return Section.objects.filter(plan=plan, code=code).values("heading", "body")

    for row in _rows(plan=3, code="purpose"): ...

What a page reads is one wide query; making its SQL costs several times what the
database needs to answer it. The function is called once with stand-ins, whose places
among the parameters are remembered. So it may only hand its arguments on to lookups:
never look at them, never reckon with them. Numbers, texts and lists of them are handed
on; what shapes the SQL is named as `fixed`, and compiled once for each value.
"""

import copy
from collections.abc import Callable
from functools import partial, wraps
from threading import Lock

from django.db import connection, connections
from django.db.models import QuerySet

# Large enough for any key, and nothing that anybody looks for.
_FIRST_NUMBER = 4_611_686_018_427_000_000
# Fixed values and lengths of lists that are kept for one function.
_MOST_SHAPES = 64
# psycopg keeps a statement on the server from the first time on.
_AT_ONCE = 0


class NotPreparable(Exception):
    """An argument does not come out as a parameter of the SQL."""


def prepared(build=None, *, fixed: tuple[str, ...] = ()):
    """Makes a function that builds a queryset into one that is compiled once.

    It takes its arguments by name and gives a queryset to be read once, as it is:
    nothing can be added to it. With an empty list it is built as any other.
    """
    if build is None:
        return partial(prepared, fixed=fixed)
    shapes: dict[tuple, _Shape] = {}
    making = Lock()

    @wraps(build)
    def rows(**values) -> QuerySet:
        if any(_is_list(value) and not value for value in values.values()):
            return build(**values)
        name = _shape_of(values, fixed)
        shape = shapes.get(name)
        if shape is None:
            with making:
                shape = shapes.get(name) or made(name, values)
        return shape.rows(values)

    def made(name, values):
        if len(shapes) >= _MOST_SHAPES:
            shapes.clear()
        return shapes.setdefault(name, _Shape(build, values, fixed))

    return rows


def _is_list(value):
    return isinstance(value, (list, tuple))


def _shape_of(values, fixed):
    """A queryset may be built otherwise for another kind of database."""
    return connection.vendor, *(
        (name, value if name in fixed else len(value) if _is_list(value) else None)
        for name, value in sorted(values.items())
    )


def _kept_by_the_server(compiler, *args, **kwargs):
    """Has PostgreSQL keep the statement with its plan; SQLite does so by itself.

    Only what is compiled once is kept there: a plan for any value would be wrong for a
    search, where one word finds nothing and another half of the site.
    """
    connection = compiler.connection
    run = partial(type(compiler).execute_sql, compiler, *args, **kwargs)
    if connection.vendor != "postgresql":
        return run()
    connection.ensure_connection()
    psycopg = connection.connection
    own, psycopg.prepare_threshold = psycopg.prepare_threshold, _AT_ONCE
    try:
        return run()
    finally:
        psycopg.prepare_threshold = own


class _Shape:
    """The SQL of one function for some fixed values, on each database of a kind."""

    def __init__(self, build: Callable[..., QuerySet], values: dict, fixed):
        self.build = build
        self._names = {}
        stand_ins = {
            name: value if name in fixed else self._stand_in(name, value)
            for name, value in values.items()
        }
        self._queryset = build(**stand_ins)
        self._compiled = {}
        self._compiling = Lock()

    def _stand_in(self, name, value):
        if _is_list(value):
            return [self._one(name, place, one) for place, one in enumerate(value)]
        return self._one(name, None, value)

    def _one(self, name, place, value):
        number = len(self._names)
        if isinstance(value, str):
            stand_in = f"\ue000{number}\ue000"
        elif isinstance(value, int) and not isinstance(value, bool):
            stand_in = _FIRST_NUMBER + number
        else:
            raise NotPreparable(f"{name} is neither a number nor a text: {value!r}")
        self._names[stand_in] = (name, place)
        return stand_in

    def rows(self, values: dict) -> QuerySet:
        compiler, sql, params, places, converters = self._on(self._queryset.db)
        filled = list(params)
        for number, kind, name, place in places:
            value = values[name]
            filled[number] = kind(value if place is None else value[place])
        ready = copy.copy(compiler)
        # Connections belong to threads, and so does what runs on them.
        ready.connection = connections[ready.using]
        ready.as_sql = lambda *args, **kwargs: (sql, tuple(filled))
        ready.get_converters = lambda expressions: converters
        ready.execute_sql = partial(_kept_by_the_server, ready)
        query = copy.copy(self._queryset.query)
        query.get_compiler = lambda *args, **kwargs: ready
        # Copied by hand: `copy` would run the query of the original.
        found = object.__new__(type(self._queryset))
        found.__dict__.update(self._queryset.__dict__, _query=query)
        return found

    def _on(self, using):
        """What was compiled for a database; by one thread: the query changes in it."""
        compiled = self._compiled.get(using)
        if compiled is None:
            with self._compiling:
                compiled = self._compiled.get(using) or self._compile(using)
                self._compiled[using] = compiled
        return compiled

    def _compile(self, using):
        compiler = self._queryset.query.get_compiler(using=using)
        sql, params = compiler.as_sql()
        places = [
            (number, type(param), *self._names[param])
            for number, param in enumerate(params)
            if isinstance(param, (int, str)) and param in self._names
        ]
        missing = set(self._names.values()) - {tuple(place[2:]) for place in places}
        if missing:
            raise NotPreparable(f"not found among the parameters: {sorted(missing)}")
        # Which values are to be converted depends on the columns, not on the rows.
        selected = [each[0] for each in compiler.select[: compiler.col_count]]
        return compiler, sql, params, places, compiler.get_converters(selected)
