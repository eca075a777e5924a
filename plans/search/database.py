"""The index over the pieces of the entries, in what each database has built in.

SQLite: an FTS5 table beside the entries, kept by triggers. PostgreSQL: a GIN index on
an expression, which needs no column of its own. Letters are cut into pieces in Python,
so that both find the same.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, connections, transaction
from django.db.models import BooleanField, Func, Value

from plans.models import SearchEntry

_TABLE = SearchEntry._meta.db_table
_INDEX = "plans_searchindex"
# A piece is one token whatever letters it has, also those that are newer than the
# tables of letters in the database: only blanks part pieces.
_TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
# As dear as it is, and in a language that is not inlined: the planner would else read
# every row and cut its pieces anew, where the index knows them. Twenty times that price
# hid what a join costs, and all joins went row by row. Restricted, since so dear a
# function would have each short search start workers that take longer than it.
_FUNCTION = "plans_searchpieces"
_COST = 5_000
_CREATE_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {_FUNCTION}(pieces text) RETURNS tsvector AS $$ "
    "BEGIN RETURN array_to_tsvector(string_to_array(pieces, ' ')); END; "
    f"$$ LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL RESTRICTED COST {_COST}"
)
_HAS_FUNCTION = (
    f"SELECT 1 FROM pg_proc WHERE proname = '{_FUNCTION}' AND proparallel = 'r' "
    f"AND procost = {_COST} AND pg_function_is_visible(oid)"
)
_CREATE_INDEX = f"CREATE INDEX {_INDEX} ON {_TABLE} USING gin ({_FUNCTION}(pieces))"


def ensure_index(using="default") -> None:
    """Make what is missing of the index."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Two migrations at once must not both replace what is there.
            cursor.execute(_HAS_FUNCTION)
            if cursor.fetchone() is None:
                cursor.execute(_CREATE_FUNCTION)
            cursor.execute("SELECT to_regclass(%s)", [_INDEX])
            if cursor.fetchone() == (None,):
                cursor.execute(_CREATE_INDEX)
        elif not _has_triggers(cursor):
            # SQLite drops triggers with a table that a migration makes anew.
            for statement in _SQLITE:
                cursor.execute(statement)


def _has_triggers(cursor) -> bool:
    cursor.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
        [f"{_INDEX}_%"],
    )
    return cursor.fetchone()[0] == len(_TRIGGERS)


_ADD = f"INSERT INTO {_INDEX}(rowid, pieces) VALUES (new.id, new.pieces);"
_REMOVE = (
    f"INSERT INTO {_INDEX}({_INDEX}, rowid, pieces) "
    "VALUES ('delete', old.id, old.pieces);"
)
_TRIGGERS = {
    "INSERT": ("", _ADD),
    "UPDATE": ("WHEN old.pieces IS NOT new.pieces ", _REMOVE + _ADD),
    "DELETE": ("", _REMOVE),
}
_CREATE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {_INDEX} USING fts5(pieces, "
    f"content='{_TABLE}', content_rowid='id', detail=none, "
    f'tokenize="{_TOKENIZER}")'
)
_SQLITE = (
    _CREATE,
    *(
        f"CREATE TRIGGER IF NOT EXISTS {_INDEX}_{action.lower()} AFTER {action} "
        f"ON {_TABLE} {when}BEGIN {body} END"
        for action, (when, body) in _TRIGGERS.items()
    ),
    f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')",
)


def having(
    words: Iterable[Iterable[Iterable[str]]], vendor: str, among: Iterable[str] = ()
) -> Func:
    """The condition that entries hold each word in a spelling, for `filter(…)`: of the
    lists of pieces that a word comes in, all pieces of one.

    Where `among` names labels, entries hold at least one of them too.
    """
    if vendor == "postgresql":
        return Func(
            Func("pieces", function=_FUNCTION),
            Value(_query(words, among, "'", (" & ", " | "))),
            arg_joiner=" @@ ",
            template="%(expressions)s::tsquery",
            output_field=BooleanField(),
        )
    return Func(
        "pk",
        Value(_query(words, among, '"', (" AND ", " OR "))),
        arg_joiner=f" IN (SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH ",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )


def _query(words, among, quote, joints):
    and_, or_ = joints

    def joined(found, joint):
        return joint.join(f"{quote}{each}{quote}" for each in sorted(found))

    parts = [
        or_.join(f"({joined(pieces, and_)})" for pieces in spellings)
        for spellings in words
    ]
    if among:
        parts.append(joined(among, or_))
    return and_.join(f"({part})" for part in parts)


@contextmanager
def by_indexes() -> Iterator[None]:
    """Has PostgreSQL look up what it needs beside the entries, one row at a time.

    It takes the pieces of a word for independent and reckons with a few entries where
    there are thousands: those it went through anew for each plan, half a second long.
    """
    if connection.vendor != "postgresql":
        yield
        return
    # For this transaction alone: behind a pooler each has a connection of its own.
    with transaction.atomic(savepoint=False):
        # Not by a cursor of Django, to whom this would be another query.
        with connection.wrap_database_errors:
            connection.connection.execute("SET LOCAL enable_seqscan = off")
        yield
