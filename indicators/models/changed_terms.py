"""What a public verdict was made by changes only with a reason, which visitors read."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import models

from plans.history_reasons import REASON_NEEDED


def changed_without_reason(record: models.Model, names: Sequence[str]) -> list[str]:
    """The verbose names of the fields that differ from what is stored.

    None for a record that is new, or whose `history_reason` says why.
    """
    stored = type(record)._default_manager.filter(pk=record.pk).first()
    if stored is None or record.history_reason:
        return []
    return [
        str(record._meta.get_field(name).verbose_name)
        for name in names
        if getattr(record, name) != getattr(stored, name)
    ]


def reason_needed(record: models.Model, public: str, changed: list[str], more=""):
    """The refusal: what is public, what may not change unexplained, what to do."""
    said = f"{public}があるため、{'・'.join(changed)}を変えるには理由が必要です。"
    place = f"{record._meta.verbose_name}の画面で"
    return ValidationError(
        f"%(said)s%(place)s「公表したあとに変える理由」を入力してください。{more}",
        code=REASON_NEEDED,
        params={"said": said, "place": place},
    )
