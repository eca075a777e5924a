"""Reasons in a history that the site itself reads again: they say how a row came.

Staff mark a change whose old words must not stay public: whatever the record said
before is then told nowhere on public pages, only to staff.
"""

import re
from hashlib import sha256

from django.db.models import Q

from plans.history_start import REASON as HISTORY_BEGAN

# Begins a reason; what follows it is the reason that staff wrote.
WITHHELD_MARK = "【公開しない変更】"
_LOADED_BEGINS, _LOADED_ENDS = "計画ファイル ", " を読み込みました。"
# Begins a reason; the file's name and, on the next line, the reason that staff wrote
# follow it. The name is for staff alone: it can be that of a person.
_IMPORT_MARK = "【ファイルの取り込み】"
# In place of the name where a site came from another one.
_NO_NAME = "ファイル "
_NAMELESS = re.compile(rf"{_IMPORT_MARK}{_NO_NAME}([0-9a-f]{{12}})(?:\n|\Z)")
# The code of a refusal that a reason would lift.
REASON_NEEDED = "reason_needed"

__all__ = ["HISTORY_BEGAN", "REASON_NEEDED", "WITHHELD_MARK"]


def reason_of_loading(file_name: str) -> str:
    return f"{_LOADED_BEGINS}{file_name}{_LOADED_ENDS}"


def is_loading(reason: str) -> bool:
    """Whether a row was written by loading a plan file."""
    return reason.startswith(_LOADED_BEGINS) and reason.endswith(_LOADED_ENDS)


def reason_of_import(file_name: str, reason: str) -> str:
    return "\n".join(filter(None, [_IMPORT_MARK + file_name, reason]))


def file_key(reason: str) -> str:
    """What tells the file of a row from others, for good; says nothing of its name."""
    if found := _NAMELESS.match(reason):
        return found[1]
    return sha256(reason.encode()).hexdigest()[:12]


def without_file_name(reason: str | None) -> str | None:
    """The same reason, with the same key, that does not hold the name of a file."""
    mark = WITHHELD_MARK if is_marked(reason) else ""
    text = (reason or "").removeprefix(mark)
    if not is_import(text):
        return reason
    _, line_break, rest = text.partition("\n")
    return f"{mark}{_IMPORT_MARK}{_NO_NAME}{file_key(text)}{line_break}{rest}"


def is_import(reason: str) -> bool:
    """Whether a row was written by a file that staff took in."""
    return reason.startswith(_IMPORT_MARK)


def gathered_reasons(name: str) -> Q:
    """The rows that a file wrote, loaded or taken in: told as one change."""
    return loading_reasons(name) | Q(**{f"{name}__startswith": _IMPORT_MARK})


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
    if is_import(text):
        return text.partition("\n")[2]
    return "" if text == HISTORY_BEGAN or is_loading(text) else text
