"""The index over the pieces of the entries, in what each database has built in.

SQLite: an FTS5 table beside the entries, kept by triggers. PostgreSQL: a GIN index on
an expression, which needs no column of its own. Letters are cut into pieces in Python,
so that both find the same.
"""

from django.db import connections
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from plans.models import SearchEntry

_TABLE = SearchEntry._meta.db_table
_INDEX = "plans_searchindex"
# A piece is one token whatever letters it has, also those that are newer than the
# tables of letters in the database: only blanks part pieces.
_TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
# Dear on purpose, and in a language that is not inlined: the planner would else read
# every row and cut its pieces anew, where the index knows them.
_FUNCTION = "plans_searchpieces"
_CREATE_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {_FUNCTION}(pieces text) RETURNS tsvector AS $$ "
    "BEGIN RETURN array_to_tsvector(string_to_array(pieces, ' ')); END; "
    "$$ LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100000"
)
_POSTGRESQL = (
    _CREATE_FUNCTION,
    f"CREATE INDEX {_INDEX} ON {_TABLE} USING gin ({_FUNCTION}(pieces))",
)


def ensure_index(using="default") -> None:
    """Make what is missing of the index; does nothing where all is there."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT to_regclass(%s)", [_INDEX])
            if cursor.fetchone() == (None,):
                for statement in _POSTGRESQL:
                    cursor.execute(statement)
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


def having(pieces: set[str], vendor: str):
    """The condition that entries hold all of some pieces, for `filter(…)`."""
    quoted = sorted(pieces)
    if vendor == "postgresql":
        query = " & ".join(f"'{piece}'" for piece in quoted)
        return RawSQL(
            f'{_FUNCTION}("{_TABLE}"."pieces") @@ %s::tsquery', [query], BooleanField()
        )
    query = " ".join(f'"{piece}"' for piece in quoted)
    return RawSQL(
        f'"{_TABLE}"."id" IN (SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s)',
        [query],
        BooleanField(),
    )
