"""Figures that were withdrawn after a pack was published: they leave the pack too.

A pack is frozen, but a number that could point at a person must not stay readable in
it. Its place says so; status and verdict stay as they were given to the council.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy

from django.urls import reverse

from indicators.models import Observation, PublishedValue

WITHDRAWN = "―（公表を取りやめました）"
_NONE = "―"


def withdrawn_years(later: Iterable[PublishedValue]) -> dict[str, set[int]]:
    """Years by code of target whose newest publication is 秘匿.

    `later` is what was published after the pack, oldest revision first, with `code` and
    `year`.
    """
    newest = {(row.code, row.year): row.value_state for row in later}
    found = defaultdict(set)
    for (code, year), state in newest.items():
        if state == Observation.ValueState.SUPPRESSED:
            found[code].add(year)
    return found


def without(content: dict, withdrawn: dict[str, set[int]], slug: str, year: int):
    """The pack's content without the figures and sentences of what was withdrawn."""
    if not withdrawn:
        return content
    content = deepcopy(content)
    for sheet in content["policies"]:
        if sheet["targets"]:
            _mask_table(sheet["targets"], withdrawn, year)
    masked = {reverse("target-detail", args=[slug, code]) for code in withdrawn}
    changes = content["summary"]["changes"]
    for row in changes["rows"] if changes else ():
        if row["url"] in masked:
            row["movement"] = WITHDRAWN
    return content


def _mask_table(table, withdrawn, year):
    for row in table["rows"]:
        years = withdrawn.get(row["code"], ())
        for name, own in (("value", year), ("before", year - 1)):
            if own in years and row[name] != _NONE:
                row.update({name: WITHDRAWN, "is_withdrawn": True})
        if year in years:
            row["progress"] = ""
    for row in table["reasons"]:
        if row["code"] in withdrawn:
            row.update(texts=[WITHDRAWN], note="", said="")
