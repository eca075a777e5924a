"""Figures that were withdrawn after a pack was published: they leave the pack too.

A pack is frozen, but a number that could point at a person must not stay readable in
it. Its place says so; status and verdict stay as they were given to the council.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy

from indicators.models import PublishedValue
from indicators.withheld import withheld_until

WITHDRAWN = "―（公表を取りやめました）"
_NONE = "―"


# Of each target, by its key, the years that were withdrawn, and until which revision.
Withdrawn = dict[int, dict[int, int]]


def withdrawn_values(later: Iterable[PublishedValue]) -> Withdrawn:
    """What was withdrawn since the pack, also where a newer value was published.

    `later` is what was published after the pack, with the key of its `target` and its
    `year`.
    """
    revisions = defaultdict(list)
    for row in later:
        revisions[row.target, row.year].append((row.revision, row.value_state))
    found = defaultdict(dict)
    for (target, year), own in revisions.items():
        if until := withheld_until(own):
            found[target][year] = until
    return found


def without(content: dict, withdrawn: Withdrawn, year: int) -> dict:
    """The pack's content without the figures and sentences of what was withdrawn."""
    if not withdrawn:
        return content
    content = deepcopy(content)
    for sheet in content["policies"]:
        if sheet["targets"]:
            _mask_table(sheet["targets"], withdrawn, year)
    changes = content["summary"]["changes"]
    for row in changes["rows"] if changes else ():
        if row["target"] in withdrawn:
            row["movement"] = WITHDRAWN
    return content


def _mask_table(table, withdrawn, year):
    for row in table["rows"]:
        years = withdrawn.get(row["target"], ())
        for name, own in (("value", year), ("before", year - 1)):
            if own in years and row[name] != _NONE:
                row.update({name: WITHDRAWN, "is_withdrawn": True})
        if year in years:
            row["progress"] = ""
    for row in table["reasons"]:
        if row["target"] in withdrawn:
            row.update(texts=[WITHDRAWN], note="", said="")
