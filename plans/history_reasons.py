"""Reasons in a history that the site itself reads again: they say how a row came.

Staff mark a change whose old words must not stay public: whatever the record said
before is then told nowhere on public pages, only to staff.
"""

from django.db.models import Q

from plans.history_start import REASON as HISTORY_BEGAN

# Begins a reason; what follows it is the reason that staff wrote.
WITHHELD_MARK = "【公開しない変更】"
_LOADED_BEGINS, _LOADED_ENDS = "計画ファイル ", " を読み込みました。"

__all__ = ["HISTORY_BEGAN", "WITHHELD_MARK"]


def reason_of_loading(file_name: str) -> str:
    return f"{_LOADED_BEGINS}{file_name}{_LOADED_ENDS}"


def is_loading(reason: str) -> bool:
    """Whether a row was written by loading a plan file."""
    return reason.startswith(_LOADED_BEGINS) and reason.endswith(_LOADED_ENDS)


def loading_reasons(name: str) -> Q:
    """The rows that loading wrote, by the field that holds the reason."""
    return Q(
        **{f"{name}__startswith": _LOADED_BEGINS, f"{name}__endswith": _LOADED_ENDS}
    )


def withheld(reason: str) -> str:
    """The reason with the mark, as the history keeps it."""
    return WITHHELD_MARK + reason


def is_marked(reason: str | None) -> bool:
    return (reason or "").startswith(WITHHELD_MARK)


def told_reason(reason: str | None) -> str:
    """What residents read as the reason of a change: what a person wrote."""
    text = (reason or "").removeprefix(WITHHELD_MARK)
    return "" if text == HISTORY_BEGAN or is_loading(text) else text
