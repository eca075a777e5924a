"""The common form of one record: field names to plain values, defaults left out."""

import hashlib
import json

from django.db import models

from plans.decimals import decimal_text


def stored_fields(model):
    """The fields of a model that a plan file can hold, in their order."""
    return [field for field in model._meta.fields if not field.primary_key]


def plain_value(field, value):
    """A field's value as a plan file writes it; a relation is the caller's affair."""
    if isinstance(field, models.DecimalField):
        return decimal_text(value)
    return plain_text(value) if isinstance(value, str) else value


def plain_text(text: str) -> str:
    """A text with one kind of line break and no blanks around it."""
    return text.replace("\r\n", "\n").strip()


def record_fields(instance, key_of) -> dict:
    """The fields of an instance that differ from the model's defaults.

    `key_of(model, pk)` gives the natural key of a related record as a tuple.
    """
    fields = {}
    for field in stored_fields(type(instance)):
        value = getattr(instance, field.attname)
        if value is None or value == "" or value == default_of(field):
            continue
        if isinstance(field, models.ForeignKey):
            fields[field.name] = list(key_of(field.related_model, value))
        else:
            fields[field.name] = plain_value(field, value)
    return fields


class NaturalKeys(dict):
    """The natural keys of related records, each looked up once.

    >>> key_of = NaturalKeys()
    >>> key_of(Plan, 1)
    ('kashiwa-chiiki-fukushi',)
    """

    def __call__(self, model, pk):
        return self[model, pk]

    def __missing__(self, model_and_pk):
        model, pk = model_and_pk
        key = model.objects.get(pk=pk).natural_key()
        self[model_and_pk] = key
        return key


def default_of(field):
    """What a field holds when a plan file leaves it out."""
    return None if isinstance(field, models.ForeignKey) else field.get_default()


def digest(fields: dict) -> str:
    """A fingerprint of a record that does not depend on the order of its fields."""
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def given_fields(record) -> dict:
    """The record's fields in the form of `record_fields`: defaults left out."""
    return {
        item.name: record.fields[item.name]
        for item in stored_fields(record.model)
        if item.name in record.fields
        and record.fields[item.name] not in (None, "", default_of(item))
    }
