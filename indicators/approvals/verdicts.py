"""The judgement that an approver was shown: whether it is still the same."""

import hashlib

from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.actions import judgement_fields

CHANGED = (
    "あなたが画面を開いたあとに、目標かほかの年度の値が変わり、公開すると出る判定が"
    "変わりました。今の判定を確かめてから、もう一度選んでください。"
)


def version_of_verdict(fields: dict) -> str:
    """Equal for judgements that read the same."""
    said = [fields[name] for name in ("status", "sentence", "expected_text")]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def refuse_another_verdict(observation, seen: str) -> None:
    """`seen` is the version that was shown; empty where nothing was."""
    if not seen:
        return
    fields = judgement_fields(observation, as_of=timezone.localdate())
    if version_of_verdict(fields) != seen:
        raise ValidationError(CHANGED)
