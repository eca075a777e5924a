"""The rows of a file as records: django-import-export's resources by our rules.

A row is found by home and code. A blank cell changes nothing, nor does a cell that
says what is stored. Records are never deleted by a file.
"""

from collections import Counter

from django.core.exceptions import ValidationError
from import_export.resources import ModelResource

from plans.admin.files.cells import column_for, is_same_text
from plans.admin.files.checking import check_record
from plans.admin.files.records import Records, beside, home_field
from plans.editing.journal import ADDITION, CHANGE, write_down
from plans.fields import PositionField
from plans.history_reasons import reason_of_import
from plans.tables import Column, FileError
from plans.typed_text import is_blank, one_form
from plans.versions import version_of

ROW = "row"
# About fifteen queries each: more would take longer than a request may.
MOST_CHANGES = 500
_CODE_WIDTH, _TEXT_WIDTH, _LONG_WIDTH = 14, 24, 48


class FileResource(ModelResource):
    """The base of all: a subclass names its model and fields, home and code first."""

    class Meta:
        report_skipped = True
        skip_diff = True
        use_transactions = True

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        is_home = field_name == home_field(cls._meta.model)
        return column_for(django_field, is_home=is_home)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.records, self.reason = Records(), ""
        self.scopes, self.changes = set(), {}
        self._twice, self._changed = set(), 0

    @property
    def keys(self):
        """The columns that every file must have."""
        return [self.fields[home_field(self._meta.model)], self.fields["code"]]

    def columns(self) -> list[Column]:
        return [_column(field) for field in self.get_export_fields()]

    def rows(self, queryset):
        """The records to export, with all that their texts need."""
        model = self._meta.model
        return queryset.select_related(home_field(model), *beside(model))

    def get_import_id_fields(self):
        return [home_field(self._meta.model), "code"]

    # Before the rows

    def meet(self, rows, *, lock=False) -> dict[int, str]:
        """Read what the rows are about; the version of each stored record by row."""
        keys = {row.number: self.key_of(row.cells) for row in rows}
        counted = Counter(keys.values())
        self._twice = {key for key, count in counted.items() if count > 1}
        model = self._meta.model
        homes = {home for home, _ in counted}
        self.records = Records(homes, locked=model if lock else None)
        stored = self.records.of(model)
        return {
            number: version_of(stored[key]) if key in stored else ""
            for number, key in keys.items()
        }

    def key_of(self, cells) -> tuple[str, str]:
        home, code = (one_form(cells[field.column_name]) for field in self.keys)
        return home, code

    # One row

    def before_import_row(self, row, **kwargs):
        read = row[ROW]
        key = self.key_of(read.cells)
        for field, text in zip(self.keys, key, strict=True):
            if said := read.problems.get(field.column_name):
                raise ValidationError({field.attribute: said})
            if not text:
                raise ValidationError(
                    {field.attribute: "空欄です。必ず書いてください。"}
                )
        if key in self._twice:
            said = "同じコードの行がほかにもあります。1行だけにしてください。"
            raise ValidationError({"code": said})

    def get_or_init_instance(self, instance_loader, row):
        key = self.key_of(row[ROW].cells)
        stored = self.records.of(self._meta.model).get(key)
        if stored is not None:
            return stored, False
        name = home_field(self._meta.model)
        home = self.records.homes_of(self._meta.model).get(key[0])
        if home is None:
            said = f"「{key[0]}」は登録されていません。名前を確かめてください。"
            raise ValidationError({name: said})
        return self._meta.model(**{name: home, "code": key[1]}), True

    def import_field(self, field, instance, row, is_m2m=False, **kwargs):
        read = row[ROW]
        text = read.cells.get(field.column_name, "")
        if said := read.problems.get(field.column_name):
            raise ValueError(said)
        if field in self.keys:
            return
        if is_blank(text):
            self._leave_blank(field, instance)
            return
        shown = field.text_of(instance, self.records)
        is_new = instance.pk is None
        if not is_new and is_same_text(text, shown):
            return
        value = field.read(text, instance, self.records)
        if not is_new and value == field.get_value(instance):
            return
        setattr(instance, field.attribute, value)
        told = field.text_of(instance, self.records)
        before = "" if is_new else shown
        self.changes.setdefault(read.number, []).append(
            (field.column_name, before, told)
        )

    def _leave_blank(self, field, instance):
        model_field = field.model_field
        if instance.pk is not None:
            return
        if isinstance(model_field, PositionField):
            instance.position = self._free_position(instance)
        elif not model_field.blank and not model_field.has_default():
            raise ValueError("空欄です。新しく登録する行では、必ず書いてください。")

    def _free_position(self, instance):
        """New rows go below all others of the plan."""
        rows = self.records.of(type(instance)).values()
        places = [each.position for each in rows if each.plan_id == instance.plan_id]
        return min(max(places, default=0) + 1, PositionField.high)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        is_changed = row[ROW].number in self.changes or instance.pk is None
        self._changed += is_changed
        if self._changed > MOST_CHANGES:
            raise FileError(
                f"新しい行と変わる行が多すぎます。一度に{MOST_CHANGES}行までに"
                "ファイルを分けて、もう一度選んでください。"
            )
        return not is_changed and not import_validation_errors

    def validate_instance(
        self, instance, import_validation_errors=None, validate_unique=True
    ):
        # What visitors saw changes only with a reason that a person wrote.
        instance.history_reason = self.reason
        errors = dict(import_validation_errors or {})
        try:
            check_record(instance, exclude=errors.keys())
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def before_save_instance(self, instance, row, *, file_name="", **kwargs):
        instance.history_reason = reason_of_import(file_name, self.reason)
        row["is_new"] = instance.pk is None

    def after_save_instance(self, instance, row, *, dry_run=False, user=None, **kwargs):
        self.scopes |= instance.publishing_scopes()
        self.records.add(instance)
        if not dry_run:
            action = ADDITION if row["is_new"] else CHANGE
            write_down(user, instance, instance.history_reason, action=action)


def _column(field) -> Column:
    widget, model_field = field.widget, field.model_field
    is_long = model_field.get_internal_type() == "TextField"
    is_short = widget.is_number or model_field.name == "code"
    width = _LONG_WIDTH if is_long else _CODE_WIDTH if is_short else _TEXT_WIDTH
    return Column(
        field.column_name,
        width=width,
        is_number=widget.is_number,
        choices=widget.choices,
        note=str(model_field.help_text),
        **({"number_format": "General"} if widget.is_number else {}),
    )
