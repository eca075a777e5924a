"""What a cell of a file means for a field of a record, and how it is written there.

`clean` raises ValueError with a Japanese sentence that says what to write instead.
"""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from plans.admin.years import YearField
from plans.decimals import decimal_text
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.models import ThemesField
from plans.tables import Mark, same_word
from plans.tables.cp932 import GETA, geta_text
from plans.typed_text import has_hidden_characters, one_form, quoted, refuse_rubbish

_NUMBER = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,9})?")
_AS_TEXT = "セルの書式を「文字列」にして、書き直してください。"
_HOW_NUMBERS = "数字だけを書いてください。単位は書きません。"


class TextWidget(Widget):
    is_number = False
    choices = ()
    # Marks of Excel that tell that the text is not what a person meant.
    refused = {
        Mark.DATE: f"日付になっています。{_AS_TEXT}",
        Mark.PERCENT: f"％の書式になっています。{_AS_TEXT}",
        Mark.BOOLEAN: "TRUEかFALSEになっています。言葉か数字で書き直してください。",
    }

    def __init__(self, model_field):
        super().__init__()
        self.model_field = model_field

    def clean(self, value, row=None, **kwargs):
        text = _lines(value).strip()
        if has_hidden_characters(text):
            raise ValueError(
                "目に見えない文字か、文字化けした文字が入っています。"
                "いちど消して、打ち直してください。"
            )
        return text

    def render(self, value, obj=None, **kwargs):
        return value or ""


class NumberWidget(TextWidget):
    is_number = True

    def clean(self, value, row=None, **kwargs):
        refuse_rubbish(value)
        text = one_form(value).replace("−", "-")
        if not _NUMBER.fullmatch(text):
            raise ValueError(f"{quoted(value)}は数として読めません。{_HOW_NUMBERS}")
        return self.number(text.replace(",", ""), value)

    def number(self, text, value):
        return Decimal(text)

    def render(self, value, obj=None, **kwargs):
        return value


class WholeNumberWidget(NumberWidget):
    def number(self, text, value):
        if Decimal(text) != int(Decimal(text)):
            raise ValueError(f"{quoted(value)}は整数ではありません。{_HOW_NUMBERS}")
        return int(Decimal(text))


class YearWidget(TextWidget):
    refused = {}

    def clean(self, value, row=None, **kwargs):
        try:
            return YearField().clean(value)
        except ValidationError as error:
            raise ValueError("".join(error.messages)) from error

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else label_text(value)


class ChoiceWidget(TextWidget):
    def __init__(self, model_field, options=None):
        super().__init__(model_field)
        options = options or model_field.flatchoices
        self.labels = {value: str(label) for value, label in options if value != ""}
        self.choices = tuple(self.labels.values())

    def clean(self, value, row=None, **kwargs):
        typed = same_word(value)
        for key, label in self.labels.items():
            if typed in (same_word(label), str(key)):
                return key
        known = "」「".join(self.choices)
        said = f"{quoted(value)}は選べません。"
        raise ValueError(f"{said}「{known}」から選んでください。")

    def render(self, value, obj=None, **kwargs):
        return self.labels.get(value, "")


class YesNoWidget(ChoiceWidget):
    refused = {
        mark: said for mark, said in TextWidget.refused.items() if mark != Mark.BOOLEAN
    }

    def __init__(self, model_field):
        super().__init__(model_field, [(True, "はい"), (False, "いいえ")])

    def clean(self, value, row=None, **kwargs):
        typed = same_word(value).upper()
        return super().clean({"TRUE": "はい", "FALSE": "いいえ"}.get(typed, value))


class ThemesWidget(TextWidget):
    """The names of a record's themes: 高齢、健康・医療. Their slugs are read too."""

    def clean(self, value, row=None, *, records=None, **kwargs):
        by_word = {}
        for slug, name in records.themes.items():
            by_word |= {same_word(slug): slug, same_word(name): slug}
        wanted = set()
        for word in filter(None, re.split(r"[、,，\n]", _lines(value))):
            if same_word(word) not in by_word:
                known = "」「".join(records.themes.values())
                said = f"テーマ{quoted(word)}は登録されていません。"
                raise ValueError(
                    f"{said}「{known}」から選び、「、」で区切ってください。"
                )
            wanted.add(by_word[same_word(word)])
        return " ".join(slug for slug in records.themes if slug in wanted)

    def render(self, value, obj=None, *, records=None, **kwargs):
        return "、".join(records.themes.get(slug, slug) for slug in value.split())


class CodeWidget(TextWidget):
    """Another record by its code; one of another home is written home/code."""

    def clean(self, value, row=None, *, record=None, records=None, **kwargs):
        model = self.model_field.related_model
        found = records.named(model, one_form(value), record)
        if found is None:
            name = model._meta.verbose_name
            raise ValueError(
                f"コードが{quoted(value)}の{name}は登録されていません。"
                "コードを確かめるか、先にそれを取り込んでください。"
            )
        return found

    def render(self, value, obj=None, *, record=None, records=None, **kwargs):
        return "" if value is None else records.name_of(value, record)


class HomeWidget(TextWidget):
    """The plan or the publisher that a record belongs to, by its slug."""

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else value.slug


class CellField(Field):
    """A column of the file for one field of the model."""

    @property
    def model_field(self):
        return self.widget.model_field

    def export(self, instance, *, records=None, **kwargs):
        value = self.get_value(instance)
        return self.widget.render(value, record=instance, records=records)

    def text_of(self, record, records) -> str:
        """What the export writes for the record, as text."""
        value = self.export(record, records=records)
        if value is None:
            return ""
        return value if isinstance(value, str) else decimal_text(value)

    def read(self, text, record, records):
        """What the cell says. Raises ValueError, in words."""
        if GETA in text and GETA not in self.text_of(record, records):
            raise ValueError(
                f"「{GETA}」は、シフトJISで書けない文字の代わりです。"
                "元の文字に直して、ExcelかCSV UTF-8の形式で保存してください。"
            )
        return self.widget.clean(text, record=record, records=records)


def is_same_text(cell: str, shown: str) -> bool:
    """Whether a cell still says what the export wrote, whatever the file went through.

    CP932 has no way to write some characters: what it writes instead is no change.
    """
    cell, shown = _lines(cell), _lines(shown)
    return cell in (shown, geta_text(shown))


def _lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


_WIDGETS = (
    (FiscalYearField, YearWidget),
    (models.DecimalField, NumberWidget),
    (models.IntegerField, WholeNumberWidget),
    (models.BooleanField, YesNoWidget),
    (models.ForeignKey, CodeWidget),
    (ThemesField, ThemesWidget),
)


def column_for(model_field, *, is_home=False) -> CellField:
    name = str(model_field.verbose_name)
    if is_home:
        widget, heading = HomeWidget(model_field), f"{name}（アドレス用の名前）"
    elif model_field.choices:
        widget, heading = ChoiceWidget(model_field), name
    else:
        kinds = (made for kind, made in _WIDGETS if isinstance(model_field, kind))
        widget = next(kinds, TextWidget)(model_field)
        heading = f"{name}のコード" if model_field.is_relation else name
    return CellField(
        attribute=model_field.name, column_name=heading, widget=widget, readonly=False
    )
