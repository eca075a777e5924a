"""Reads a plan file into records, refusing whatever a person may have mistyped."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import yaml
from django.apps import apps
from django.db import models

from plans.decimals import decimal_text
from welfare_plan.plan_files.errors import PlanFileError
from welfare_plan.plan_files.record_fields import plain_text

_APPS = ("plans", "initiatives", "indicators")
# The YAML library lets a few odd values fail with whatever Python raises.
_PARSER_FAULTS = (
    yaml.YAMLError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Record:
    """One record of a plan file: its model, its fields as written, its line."""

    file_name: str
    line: int
    model: type[models.Model]
    fields: dict

    @property
    def label(self):
        return self.model._meta.label_lower

    @property
    def key(self) -> tuple[str, ...]:
        """The natural key, from the fields as written, right or wrong."""
        home = self.fields.get("plan", [])
        if "plan" not in self.fields and "code" in self.fields:
            home = self.fields.get("publisher", [])
        code = self.fields.get("slug") or self.fields.get("code", "")
        return (*(home if isinstance(home, list) else [home]), code)

    def error(self, message, field=""):
        """A PlanFileError that names this record."""
        name = f"{self.label} [{', '.join(map(str, self.key))}]"
        return PlanFileError(
            message, file_name=self.file_name, line=self.line, record=name, field=field
        )


class _Loader(yaml.SafeLoader):
    """Keeps the line of each record and refuses a key that stands twice."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise yaml.constructor.ConstructorError(
                    None,
                    None,
                    "項目の名前は文字で書いてください。",
                    key_node.start_mark,
                )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key} が2回書かれています。", key_node.start_mark
                )
            seen.add(key)
        mapping = super().construct_mapping(node, deep=deep)
        if "model" in mapping:
            mapping["__line__"] = node.start_mark.line + 1
        return mapping


def read_plan_file(path: Path) -> list[Record]:
    """The records of a file, in its order.

    Raises PlanFileError for a file that cannot be read, broken YAML, an unknown model
    or field, a value of the wrong kind, and a key that two records share.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PlanFileError(
            "読めません。ファイルがあること、UTF-8で保存されていることを確かめてください。",
            file_name=path.name,
        ) from error
    content = _parsed(path.name, text)
    if not isinstance(content, list):
        raise PlanFileError(
            "記録の並び（「- model: …」の繰り返し）ではありません。",
            file_name=path.name,
        )
    records = [_record(path.name, entry) for entry in content]
    _refuse_repeated_keys(records)
    return records


def _parsed(file_name, text):
    """The content of the YAML; the parser lets some values fail as they please."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 -- a SafeLoader
    except _PARSER_FAULTS as error:
        problem = error
    mark = getattr(problem, "problem_mark", None)
    raise PlanFileError(
        "YAMLとして読めません。字下げ、コロンのあとの空白、引用符を確かめてください。"
        f"（{getattr(problem, 'problem', None) or problem}）",
        file_name=file_name,
        line=mark.line + 1 if mark else None,
    ) from problem


def _record(file_name, entry):
    if not isinstance(entry, dict) or not isinstance(entry.get("fields"), dict):
        raise PlanFileError(
            "model と fields のない記録があります。",
            file_name=file_name,
            line=entry.get("__line__") if isinstance(entry, dict) else None,
        )
    line = entry.get("__line__")
    for surplus in entry.keys() - {"model", "fields", "__line__"}:
        raise PlanFileError(
            f"記録に書けるのは model と fields だけです（{surplus}）。",
            file_name=file_name,
            line=line,
        )
    record = Record(file_name, line, _model(file_name, entry), entry["fields"])
    for name, value in record.fields.items():
        record.fields[name] = _checked(record, name, value)
    return record


def _model(file_name, entry):
    label = entry.get("model")
    problem = PlanFileError(
        f"知らない種類の記録です（{label}）。",
        file_name=file_name,
        line=entry.get("__line__"),
        field="model",
    )
    if not isinstance(label, str) or label.split(".")[0] not in _APPS:
        raise problem
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise problem from error
    # Values and housekeeping have no key that a file could name them by.
    if not callable(getattr(model, "natural_key", None)):
        raise problem
    return model


def _checked(record, name, value):
    """The value of one field, if it is of the kind that the field holds."""
    field = {f.name: f for f in record.model._meta.fields if not f.primary_key}.get(
        name
    )
    if field is None:
        raise record.error("この記録にはない項目です。名前を確かめてください。", name)
    if isinstance(field, models.ForeignKey):
        return _checked_key(record, name, value)
    for field_class, allowed, what in (
        (models.BooleanField, bool, "true か false"),
        (models.IntegerField, int, "整数"),
        (models.DecimalField, str, "引用符で囲んだ数（'0.5' など）"),
        ((models.CharField, models.TextField), str, "文字（数字は引用符で囲む）"),
    ):
        if isinstance(field, field_class):
            is_allowed = isinstance(value, allowed)
            if not is_allowed or (allowed is int and isinstance(value, bool)):
                raise record.error(f"{what}を書くところに {value!r} があります。", name)
            return _canonical(record, name, field, value)
    raise record.error("この項目はファイルからは読み込めません。", name)


def _canonical(record, name, field, value):
    """The one form of a value that can be written in several ways."""
    if isinstance(field, models.DecimalField):
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = None
        # A number of very many digits is a slip, and would take long to write out.
        if number is None or not number.is_finite() or abs(number.adjusted()) > 30:
            raise record.error(f"数を書くところに {value!r} があります。", name)
        return decimal_text(number)
    if isinstance(value, str):
        _refuse_unstorable(record, name, value)
        return plain_text(value)
    return value


def _refuse_unstorable(record, name, text):
    """Refuse characters that no database stores: NUL and halves of a pair."""
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
        raise record.error("保存できない文字（制御文字）が入っています。", name)


def _checked_key(record, name, value):
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(part, str) for part in value)
    ):
        raise record.error(
            "ほかの記録を指すところです。[計画の名前, コード] の形に、"
            f"数字は引用符で囲んで書いてください（今は {value!r}）。",
            name,
        )
    for part in value:
        _refuse_unstorable(record, name, part)
    return value


def _refuse_repeated_keys(records):
    seen = {}
    for record in records:
        if not all(record.key):
            raise record.error("plan、code、slug などの見出しになる項目がありません。")
        first = seen.setdefault((record.label, record.key), record)
        if first is not record:
            raise record.error(
                f"同じコードの記録が{first.line}行目にもあります。"
                "どちらかのコードを変えてください。",
                "code" if "code" in record.fields else "slug",
            )
