"""住民と地域: what each is called on to do, and the interviews of a plan."""

from collections.abc import Iterator

from initiatives.models import CocreationAction, Voice
from plans.prose import lines
from welfare_plan.open_data.code_lists import ASPECTS
from welfare_plan.open_data.columns import (
    ORDER,
    PLAN_KEY,
    column,
    columns_of,
    part_columns,
    plan_columns,
    read,
    reference,
    table,
)
from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.levels import key_of, parts_of

_action = columns_of(CocreationAction)
_ACTION = (
    *plan_columns(),
    *part_columns("action", "共創の行動"),
    reference("measure_id", "基本施策のID", code="measure__code", required=True),
    ORDER,
    _action("actor", codes="actor"),
    _action("heading"),
)
_TEXTS = tuple(column(aspect, word) for aspect, word in ASPECTS.items())


def _items(scope: Scope) -> Iterator[tuple]:
    """Each text holds one item a line: in a table each is a row."""
    for row in read(parts_of(CocreationAction)(scope), (*_ACTION, *_TEXTS)):
        action, texts = row[: len(_ACTION)], row[len(_ACTION) :]
        for aspect, text in zip(ASPECTS, texts, strict=True):
            for number, item in enumerate(lines(text), start=1):
                yield (*action, aspect, number, item)


ACTIONS = Table(
    name="actions",
    label="共創の行動と呼びかけ",
    description="共創型オーガナイズアクションと、住民への呼びかけです。1行が1つの項目です。",
    fields=(
        *(each.field for each in _ACTION),
        Field("aspect", "項目", required=True, codes="aspect"),
        Field("item_number", "項目の中の番号", "integer", required=True),
        Field("text", "内容", required=True),
    ),
    rows=_items,
    primary_key=("action_id", "aspect", "item_number"),
    foreign_keys=(PLAN_KEY, key_of("measure", "measures")),
)

_voice = columns_of(Voice)
VOICES = table(
    name="voices",
    label="インタビュー",
    description="計画に載ったインタビューです。話した人は、名前ではなく役割で示します。",
    columns=(
        *plan_columns(),
        *part_columns("voice", "インタビュー"),
        reference("measure_id", "基本施策のID", code="measure__code", required=True),
        ORDER,
        _voice("quotation"),
        _voice("role"),
    ),
    rows=parts_of(Voice),
    primary_key=("voice_id",),
    foreign_keys=(PLAN_KEY, key_of("measure", "measures")),
)
