"""検索 of the API: what the search of the site finds, by kind, plan and code."""

from plans.models import SearchEntry
from plans.search.kind_order import KindOrder
from welfare_plan.api.filters import Q_PARAMETER, field_of, parameter_of
from welfare_plan.api.keys import PART_ID, by_letters, page_of
from welfare_plan.api.lists import LIMIT, cursor_parameter, next_address
from welfare_plan.api.parameters import Parameter
from welfare_plan.api.records import value_of
from welfare_plan.api.searching import entries_also_by_place, words_in
from welfare_plan.open_data.columns import absolute
from welfare_plan.search.excerpts import excerpt
from welfare_plan.search.kinds import KINDS, own_word

_LETTERS = ("folded", "folded_title", "pieces")
_IN_ORDER = KindOrder(list(KINDS))
# Kinds that are looked for first: plans, measures and initiatives.
_FIRST = 3
KIND = Parameter(
    name="kind",
    label="種類",
    description="見つかった記録の種類です。",
    codes=KINDS,
    example="target",
)
PARAMETERS = (
    Parameter(**{**vars(Q_PARAMETER), "required": True}),
    parameter_of(field_of("plans", "plan_id")),
    KIND,
    cursor_parameter(f"({'|'.join(KINDS)})/{PART_ID}"),
    LIMIT,
)


def search(asked) -> dict:
    """Two or three queries; none where nothing can be looked for."""
    values, words = asked.values, words_in(asked.values["q"])
    if not words:
        return {"items": [], "next": None}
    found = _page(entries_also_by_place(words), values)
    items = found[: values["limit"]]
    more = len(found) > len(items)
    return {
        "items": [_item(entry, words) for entry in items],
        "next": next_address(asked, _cursor(items[-1])) if more else None,
    }


def _page(entries_of, values):
    """Kinds in the order of the site's own search, then by plan and code; one row more
    than is asked for, if there is any.

    The first kinds mostly fill it: the others are not put in order for nothing.
    """
    kinds, after = [values["kind"]] if values["kind"] else list(KINDS), ()
    if values["cursor"]:
        kind, *rest = values["cursor"].split("/")
        kinds = [each for each in kinds if not _is_before(each, kind)]
        after = (_IN_ORDER.number(kind), *rest)
    read = SearchEntry.objects.select_related("plan").defer(*_LETTERS)
    found = []
    for some in filter(None, (kinds[:_FIRST], kinds[_FIRST:])):
        first, last = map(_IN_ORDER.number, (some[0], some[-1]))
        # By no field: an index would find all entries of these kinds.
        entries = entries_of(some).alias(number=_IN_ORDER.of_row())
        entries = entries.filter(number__range=(first, last))
        if values["plan_id"]:
            entries = entries.filter(plan__slug=values["plan_id"])
        left = values["limit"] - len(found)
        found += page_of(entries, read, _sorts(), after, left)
        if len(found) > values["limit"]:
            break
    return found


def _is_before(kind, other):
    return _IN_ORDER.number(kind) < _IN_ORDER.number(other)


def _sorts():
    return [_IN_ORDER.of_row(), by_letters("plan__slug"), by_letters("code")]


def _cursor(entry):
    return f"{entry.kind}/{entry.plan.slug}/{entry.code}"


def _item(entry, words):
    pieces = excerpt(entry.text, words)
    return {
        "kind": entry.kind,
        "kind_label": own_word(entry.kind, entry.plan),
        "plan_id": entry.plan.slug,
        "plan_name": entry.plan.title or entry.plan.working_title,
        "code": None if entry.kind == "plan" else entry.code,
        "title": entry.title,
        "context": value_of(entry.context),
        "excerpt": value_of("".join(piece["text"] for piece in pieces)),
        "page_url": absolute(entry.url),
    }
