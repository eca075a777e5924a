"""Forms of a screen, put together with what others stored since it was opened.

    sent = merge_forms(build, request.POST, user=request.user)
    if sent.box:       # nobody's words are overwritten unasked: show `sent`, status 409

`build(values)` makes the screen's ModelForms, each with a prefix of its own and with a
copy of the stored record, or a blank one where there is none yet. The admin keeps the
same rules for its pages (`plans.admin.conflicts`).
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field

from django.forms import ModelForm
from django.utils import timezone

from plans.admin.conflicts.comparing import Compared, as_sent
from plans.admin.conflicts.who import last_change, saved_by
from plans.admin.conflicts.words import (
    Box,
    conflict_box,
    kept_text,
)
from plans.admin.opened import Opened
from plans.versions import version_of

CONFLICT = 409
Build = Callable[[dict | None], list[ModelForm]]
UNKNOWN_TIME = "この画面をいつ開いたのかが分からないため、保存しませんでした。"


@dataclass
class Sent:
    """The forms, cleaned, to go on with; the versions to carry; what must be asked."""

    forms: list[ModelForm]
    versions: str
    box: Box | None = None
    kept: list[Compared] = field(default_factory=list)

    @property
    def is_valid(self) -> bool:
        return self.box is None and all(form.is_valid() for form in self.forms)

    @property
    def unseen(self) -> set[str]:
        """The prefixes of forms that others changed and this person has not seen so."""
        return {one.form.prefix for one in self.kept}

    @property
    def kept_text(self) -> str:
        """What others changed meanwhile and this person did not; empty if nothing."""
        return kept_text(self.kept) if self.kept else ""


def opened_forms(build: Build) -> Sent:
    """The forms as a person opens them."""
    forms = build(None)
    return Sent(forms, _versions_of(forms).text())


def merge_forms(build: Build, values, *, user, fresh_url: str = "") -> Sent:
    """The sent forms; the records below them must be locked until they are saved."""
    opened = Opened.sent(values)
    shown = build(None)
    compared = [
        _compared(*pair, opened) for pair in zip(shown, build(values), strict=True)
    ]
    conflicts = [one for one in compared if _must_ask(one)]
    kept = [one for one in compared if one.left_alone and one not in conflicts]
    values = _with_stored(values, shown, compared)
    sent = Sent(build(values), _versions_of(shown).text(), kept=kept)
    for form in sent.forms:
        form.full_clean()
    if conflicts and not _was_sent_twice(conflicts, opened, user):
        why = _why(conflicts, opened, user)
        sent.box = conflict_box(why, conflicts, fresh_url)
    return sent


def _versions_of(forms):
    # By the form's place on the screen, so that a record that is new or gone is seen.
    return Opened(
        timezone.now(), {form.prefix: version_of(form.instance) for form in forms}
    )


def _compared(shown, form, opened):
    stored = copy(shown.instance)
    form.full_clean()
    version = opened.versions.get(form.prefix) if opened else None
    return Compared(form, version, stored)


def _must_ask(compared):
    """Nobody knows what a row without a version showed: then only a change asks."""
    known = compared.version is not None
    return compared.is_conflict and (known or bool(compared.unlike_stored))


def _with_stored(values, shown, compared):
    """The values, where fields that the person left alone follow what is stored."""
    values = values.copy()
    for form, one in zip(shown, compared, strict=True):
        for name in one.left_alone:
            key, texts = form.add_prefix(name), as_sent(form, name)
            values.setlist(key, texts) if texts else values.pop(key, None)
    return values


def _was_sent_twice(conflicts, opened, user):
    """Whether a button was pressed twice: the same words, by the same person."""
    if opened is None or not all(one.is_stored_already for one in conflicts):
        return False
    change = last_change([one.stored for one in conflicts], opened.at)
    return change is not None and change.user == user


def _why(conflicts, opened, user):
    if opened is None:
        return UNKNOWN_TIME
    return saved_by([one.stored for one in conflicts], user, opened.at)
