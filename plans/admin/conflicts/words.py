"""What the page says of a conflict, as ready strings."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ObjectDoesNotExist

from plans.admin.conflicts.who import moment_text
from plans.decimals import decimal_text
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.person_names import person_name
from plans.versions import changed_fields

EMPTY = "（空欄）"
UNTOUCHED = "（変えていません。いまの内容を残します）"
NOT_OFFERED = "（この画面では変えられません）"


@dataclass(frozen=True)
class Difference:
    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class RecordWords:
    name: str
    sentence: str
    differences: list[Difference]


@dataclass(frozen=True)
class Box:
    """The box above a form that was not saved."""

    title: str
    sentences: list[str]
    records: list[RecordWords]
    fresh_url: str = ""
    has_typed: bool = True


def conflict_box(why: str, conflicts, fresh_url: str) -> Box:
    """The box above a form that would overwrite what others stored."""
    return Box(
        title="まだ保存していません：ほかの人の変更とぶつかっています",
        sentences=[
            why,
            "入力した内容は、下の欄にそのまま残っています。",
            "表で違いを確かめ、要るところを直してください。",
            "もう一度保存すると、あなたの入力で置き換えます。",
        ],
        records=[words_of(compared) for compared in conflicts],
        fresh_url=fresh_url,
    )


def words_of(compared) -> RecordWords:
    """One record in conflict: its name, what happened to it, field by field."""
    stored = compared.stored
    if stored is None:
        name, sentence = name_of(compared.form.instance), _GONE
    else:
        name, sentence = name_of(stored), _sentence_of(compared)
    # A form of the staff's own screens says itself what it is about.
    name = getattr(compared.form, "about", "") or name
    return RecordWords(name, sentence, _differences(compared))


_CHANGED = "開いたあとに、内容が変わりました。"
_GONE = (
    "ほかの人が削除したか、別の記録の下へ移しました。"
    "このまま保存すると、入力した内容を新しい行として加えます。"
)


def _sentence_of(compared):
    if compared.is_deleted_here:
        return (
            "削除しようとしている間に、内容が変わりました。"
            "このまま保存すると、変わった内容ごと削除します。"
        )
    if compared.form.instance.pk is None:
        return (
            "ほかの人が先に、同じ行を加えました。"
            "このまま保存すると、その行をあなたの入力で置き換えます。"
        )
    if compared.version is None:
        return "いま保存されている内容と、あなたの入力が違います。"
    return _CHANGED


def name_of(record) -> str:
    """The kind and the name; the kind alone for a row that is not whole yet."""
    try:
        return f"{record._meta.verbose_name}「{record}」"
    except ObjectDoesNotExist:
        return str(record._meta.verbose_name)


def kept_text(kept) -> str:
    """What somebody else changed while a form was open, and what stayed of it."""
    parts = []
    for compared in kept:
        labels = [
            str(field.verbose_name)
            for field in compared.stored._meta.concrete_fields
            if field.name in compared.left_alone
        ]
        parts.append(f"{name_of(compared.stored)}の{'、'.join(labels)}")
    return (
        "画面を開いたあとにほかの人が変え、あなたが変えていない項目は、"
        f"ほかの人が保存した内容のまま残しました：{'／'.join(parts)}"
    )


def changed_words(record, version) -> RecordWords:
    """A record that changed, or came, since a page that would delete it was opened."""
    names = changed_fields(version, record) if version else set()
    fields = [f for f in record._meta.concrete_fields if f.name in names]
    return RecordWords(
        name_of(record),
        "開いたあとに、内容が変わりました。"
        if version
        else "開いたあとに加わりました。",
        [Difference(str(f.verbose_name), text_of(record, f), "") for f in fields],
    )


def _differences(compared):
    stored = compared.stored
    if stored is None:
        names = compared.typed if compared.version else compared.offered
    elif compared.version is None:
        names = compared.unlike_stored
    else:
        names = compared.changed_elsewhere | compared.unlike_stored
    return [
        Difference(
            label=str(field.verbose_name),
            stored=text_of(stored, field) if stored else "（ありません）",
            typed=_typed(compared, field),
        )
        for field in compared.form._meta.model._meta.concrete_fields
        if field.name in names and not field.primary_key
    ]


def _typed(compared, field):
    if field.name not in compared.offered:
        return NOT_OFFERED
    if compared.stored is not None and field.name in compared.left_alone:
        return UNTOUCHED
    form = compared.form
    if field.name in form.errors:
        return "、".join(form.data.getlist(form.add_prefix(field.name))) or EMPTY
    return text_of(form.instance, field)


def text_of(record, field) -> str:
    """A field's content as staff read it."""
    value = getattr(record, field.attname)
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    if field.is_relation:
        try:
            other = getattr(record, field.name)
        except ObjectDoesNotExist:
            return "（今はない記録）"
        return person_name(other) if isinstance(other, AbstractUser) else str(other)
    if isinstance(field, FiscalYearField):
        return label_text(value)
    if field.get_internal_type() == "DecimalField":
        return decimal_text(value)
    if field.get_internal_type() == "DateTimeField":
        return moment_text(value)
    return str(value)
