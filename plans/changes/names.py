"""What records are called on the pages that tell changes; one query for all of them."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import CharField, Value
from django.db.models.functions import JSONObject

from plans.fiscal_year import era_text
from plans.person_names import person_name

# The fields that can hold a record's name, the best one first.
_NAME_FIELDS = (
    "title",
    "working_title",
    "name",
    "heading",
    "term",
    "question",
    "goal_text",
    "text",
    "quotation",
    "last_name",
    "username",
)
_YEARS = ("fiscal_year", "effective_from_fy")
_ALSO = ("code", "first_name", *_YEARS)
_LENGTH = 40
GONE = "（今はない記録）"

Key = tuple[type, int]


def names_of(keys: Iterable[Key]) -> dict[Key, str]:
    """The names of stored records, by model and primary key."""
    wanted = {}
    for model, pk in keys:
        wanted.setdefault(model, set()).add(pk)
    models = {model._meta.label_lower: model for model in wanted}
    parts = [_part(model, pks) for model, pks in wanted.items()]
    if not parts:
        return {}
    first, *others = parts
    rows = first.union(*others, all=True) if others else first
    return {
        (models[label], pk): _name(models[label](pk=pk, **columns))
        for label, pk, columns in rows
    }


def _part(model, pks):
    stored = {field.name for field in model._meta.concrete_fields}
    names = [name for name in (*_NAME_FIELDS, *_ALSO) if name in stored]
    return (
        model._base_manager.filter(pk__in=pks)
        .order_by()
        .annotate(
            row_kind=Value(model._meta.label_lower, output_field=CharField()),
            columns=JSONObject(**{name: name for name in names}),
        )
        .values_list("row_kind", "pk", "columns")
    )


def name_keys(record) -> list[Key]:
    """What a record is named by: nothing where it has words of its own."""
    if _own(record):
        return []
    return [
        (field.related_model, getattr(record, field.attname))
        for field in record._meta.concrete_fields
        if field.many_to_one
        and field.name != "plan"
        and getattr(record, field.attname)
        and not (field.null and field.related_model is get_user_model())
    ]


def record_name(record, names: dict[Key, str]) -> str:
    """A record's own words, or those of what it belongs to and its year."""
    if own := _own(record):
        return own
    owners = [names.get(key, GONE) for key in name_keys(record)]
    return " ".join(filter(None, (*owners, _year(record))))


def _own(record):
    """Code and words; none for what stands for a year of something else."""
    if _year(record):
        return ""
    words = (getattr(record, name, "") for name in _NAME_FIELDS)
    text = next((text for text in words if text and isinstance(text, str)), "")
    short = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
    return " ".join(filter(None, (getattr(record, "code", ""), short)))


def _year(record):
    """令和7年度, of a record that stands for a year."""
    years = (getattr(record, name, None) for name in _YEARS)
    year = next(filter(None, years), None)
    return era_text(year) if year else ""


def _name(record):
    if hasattr(record, "get_username"):
        return person_name(record)
    return _own(record) or _year(record)
