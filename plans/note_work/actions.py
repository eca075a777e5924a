"""Settling a source note, and taking it up again. Nothing is ever deleted.

Each step is one transaction of the caller, who holds the note's row.
"""

from django.forms import ModelForm

from plans.admin.conflicts.words import text_of
from plans.editing.journal import write_down
from plans.models import SourceNote
from plans.note_work.words import changed_words
from plans.publishing import publishing


def accept(note: SourceNote, *, by) -> None:
    """The note is right as it stands, and so is what the site shows."""
    _settle(note, by, "注記のとおりと認めた")


def dismiss(note: SourceNote, *, by, reason: str) -> None:
    """What the note asks about is no fault; it says so from now on."""
    note.reason += f"（発行者の確認：問題ではありませんでした。{reason}）"
    _settle(note, by, f"問題ではなかった：{reason}")


def take_up_again(note: SourceNote, *, by) -> None:
    with publishing(*note.publishing_scopes()):
        note.settled = False
        _save(note, by, "もう一度確かめることにした")


def correct(note: SourceNote, forms: list[ModelForm], *, by, reason: str) -> None:
    """Write the changed forms; the note keeps the old words and shows the new ones."""
    words = note.shown or note.printed
    changes = [change for form in forms for change in _changes(form, words)]
    printed = "／".join(old for _, old, _ in changes if old)
    note.printed = note.printed or printed or "（記載なし）"
    shown = "／".join(f"{label}{new}" for label, _, new in changes)
    if shown:
        note.shown, note.certainty = shown, SourceNote.Certainty.CERTAIN
    if note.shown == note.printed:
        note.shown = ""
    note.reason += f"（発行者の確認：{reason}）"
    with publishing(*note.publishing_scopes()):
        for form in forms:
            if form.has_changed():
                form.save()
                write_down(by, form.instance, _log_words(form, words, reason))
        _settle(note, by, f"直した：{reason}")


def _settle(note, by, said):
    with publishing(*note.publishing_scopes()):
        note.settled = True
        note.full_clean()
        _save(note, by, said)


def _save(note, by, said):
    note.history_reason = said
    note.save()
    write_down(by, note, said)


def _changes(form, words):
    """(label of a figure, old words, new words) of each changed text and figure."""
    for name in form.changed_data:
        field = form.instance._meta.get_field(name)
        old, new = form.initial[name], form.cleaned_data[name]
        if isinstance(new, bool):
            continue
        if field.name in form.texts:
            yield "", *changed_words(old, new, words)
        else:
            stored = type(form.instance)(**{name: old})
            old_text = "" if old in (None, "") else text_of(stored, field)
            yield f"{field.verbose_name}：", old_text, text_of(form.instance, field)


def _log_words(form, words, reason):
    said = "、".join(
        f"{label}「{old}」を「{new}」に" for label, old, new in _changes(form, words)
    )
    return f"原典の注記による修正：{said}（{reason}）"
