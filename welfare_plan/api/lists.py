"""A page of a list: its records, and the address of the next page."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

from welfare_plan.api.keys import Key, key_of
from welfare_plan.api.parameters import Parameter
from welfare_plan.api.records import record_of
from welfare_plan.api.resources import Resource
from welfare_plan.open_data.columns import absolute, read
from welfare_plan.open_data.scopes import Scope

PAGE, LARGEST_PAGE = 50, 200
LIMIT = Parameter(
    name="limit",
    label="1ページの件数",
    kind="integer",
    low=1,
    high=LARGEST_PAGE,
    default=PAGE,
    example=10,
)


def cursor_parameter(pattern: str) -> Parameter:
    return Parameter(
        name="cursor",
        label="続きの位置",
        description="前のページのnextに入っています。自分で組み立てる必要はありません。",
        pattern=pattern,
        how="前のページのnextにあるアドレスを、そのまま使ってください。",
    )


def narrowed(resource: Resource, values: Mapping):
    """The rows that the filters of a request leave."""
    rows = resource.prepared(resource.table.stored(Scope()))
    for each in resource.filters:
        value = values[each.parameter.name]
        if value is not None:
            rows = rows.filter(each.condition(value))
    return rows


def parameters_of(resource: Resource) -> tuple[Parameter, ...]:
    own = tuple(each.parameter for each in resource.filters)
    return (*own, cursor_parameter(key_of(resource.table).pattern), LIMIT)


def list_answer(resource: Resource) -> Callable:
    """Answers a request with a page of the table itself; one query."""
    key = key_of(resource.table)

    def answer(asked):
        size = asked.values["limit"]
        rows = key.page(narrowed(resource, asked.values), asked.values["cursor"], size)
        found = [
            record_of(resource.table.fields, row)
            for row in read(rows, resource.table.columns)
        ]
        return page_of(found, key, asked)

    return answer


def page_of(found: list[dict], key: Key, asked) -> dict:
    """The page; `found` has one record more than fits where another page follows."""
    size = asked.values["limit"]
    items = found[:size]
    more = len(found) > size
    return {
        "items": items,
        "next": next_address(asked, key.cursor(items[-1])) if more else None,
    }


def next_address(asked, cursor: str) -> str:
    """The same request, going on after a record."""
    given = {**asked.given, "cursor": cursor}
    query = urlencode(given, safe="/", quote_via=quote)
    return absolute(f"{asked.path}?{query}")
