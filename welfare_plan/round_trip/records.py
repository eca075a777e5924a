"""One model's records as lines of JSON: ordinary fixtures of Django, in one order."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.core.exceptions import FieldDoesNotExist
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.core.serializers.jsonl import Serializer
from django.core.serializers.python import Deserializer
from django.db.models import JSONField, Model

from plans.history_reasons import without_file_name
from welfare_plan.round_trip.contents import people_of
from welfare_plan.round_trip.errors import RoundTripError

_REASON = "history_change_reason"


class _Encoder(DjangoJSONEncoder):
    """Keeps the microseconds that Django's cuts: histories are told in their order."""

    def default(self, value):
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat()
        return super().default(value)


class _Serializer(Serializer):
    def handle_field(self, obj, field):
        super().handle_field(obj, field)
        if isinstance(field, JSONField):
            self._current[field.name] = _in_one_order(self._current[field.name])

    def end_object(self, obj):
        # `dumps` runs in C, unlike the `dump` of the class above.
        self.stream.write(json.dumps(self.get_dump_object(obj), **self.json_kwargs))
        self.stream.write("\n")


def _in_one_order(content):
    """JSON with its keys sorted: each database keeps them in an order of its own."""
    if isinstance(content, dict):
        return {key: _in_one_order(content[key]) for key in sorted(content)}
    if isinstance(content, list):
        return [_in_one_order(each) for each in content]
    return content


def write_records(model, stream) -> None:
    """Write every record of a model to `stream`, without people."""
    rows = model._base_manager.order_by("pk").iterator(chunk_size=1000)
    _Serializer().serialize(_without_people(model, rows), stream=stream, cls=_Encoder)


def _without_people(model, rows: Iterable[Model]) -> Iterator[Model]:
    people = people_of(model)
    has_reason = any(field.name == _REASON for field in model._meta.concrete_fields)
    for row in rows:
        for column, anybody in people.items():
            if getattr(row, column) is not None:
                setattr(row, column, anybody)
        if has_reason:
            # The name of a file can be a person's.
            setattr(row, _REASON, without_file_name(getattr(row, _REASON)))
        yield row


def read_records(model, lines: Iterable[str], name: str) -> Iterator[tuple[int, Model]]:
    """The number of each line and its unsaved record; refuses what no export writes.

    `name` is that of the file, for the refusal.
    """
    for number, line in enumerate(lines, start=1):
        try:
            (found,) = Deserializer([_entry(model, line)])
        except (DeserializationError, FieldDoesNotExist, ValueError) as error:
            raise RoundTripError(
                f"{name} の{number}行目：書き出したときの形ではありません（{error}）。"
                "もう一度書き出して、そのまま取り込んでください。"
            ) from error
        yield number, found.object


def _entry(model, line):
    entry = json.loads(line)
    if not isinstance(entry, dict) or entry.keys() != {"model", "pk", "fields"}:
        raise ValueError("model、pk、fieldsの3つではありません")
    if entry["model"] != model._meta.label_lower:
        raise ValueError(f"{model._meta.label_lower} の記録ではありません")
    if not isinstance(entry["pk"], int):
        raise ValueError("pkが番号ではありません")
    names = {each.name for each in model._meta.concrete_fields if not each.primary_key}
    if not isinstance(entry["fields"], dict) or entry["fields"].keys() != names:
        raise ValueError("項目が足りないか、余っています")
    return entry
