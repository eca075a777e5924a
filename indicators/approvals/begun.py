"""What was ticked or typed on rows of the approver's page, and not acted on yet."""

from collections.abc import Collection, Mapping

from indicators.approvals.acting import CHANGED
from indicators.approvals.verdicts import CHANGED as ANOTHER_VERDICT
from indicators.ticked import ticked_rows

_REMARK = "remark-"
_WENT_ON = "ほかの人が先に手続きをしたため、書いた理由は使いませんでした。"


def remarks_of(posted) -> Mapping[str, str]:
    """What was typed, by the keys of the rows."""
    return {
        name.removeprefix(_REMARK): text
        for name, text in posted.items()
        if name.startswith(_REMARK) and text.strip()
    }


def begun_rows(posted, acted: Collection[str]) -> set[str]:
    """The keys of the rows with a tick or a remark, without those acted on."""
    return {*ticked_rows(posted), *remarks_of(posted)} - set(acted)


def moved_rows(rows, posted) -> list[dict]:
    """The rows that are no longer as they were shown, said as refusals are.

    A page that is shown again carries the new versions: a tick that was kept would
    else approve what nobody has looked at. So they lose it.
    """
    found = []
    for row in rows:
        key, verdict = row["key"], row.get("verdict", "")
        why = ""
        if posted.get(f"version-{key}", row["version"]) != row["version"]:
            why = CHANGED
        elif posted.get(f"verdict-{key}", verdict) != verdict:
            why = ANOTHER_VERDICT
        if why:
            row["is_ticked"] = False
            found.append({"key": key, "title": row["title"], "why": why})
    return found


def lost_remarks(posted, acted: Collection[str], shown: Collection[str]) -> list[dict]:
    """What was typed on rows that went on meanwhile, said as refusals are."""
    typed = remarks_of(posted).keys() - set(acted) - set(shown)
    return [{"key": key, "title": "", "why": _WENT_ON} for key in sorted(typed)]
