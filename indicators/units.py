"""Units as printed: 人／年 is 人 a 年. Synonyms such as 人 and 名 are not guessed."""

import re
import unicodedata


def units_differ(baseline_unit: str, goal_unit: str) -> bool:
    """Whether two printed units measure different things.

    A per-unit on one side alone is no difference (a warning elsewhere): 人 and 人／年.
    """
    if baseline_unit == goal_unit:
        return False  # most are, and a dashboard asks for every row
    base, per = split_unit(baseline_unit)
    goal_base, goal_per = split_unit(goal_unit)
    return base != goal_base or bool(per and goal_per and per != goal_per)


def split_unit(unit: str) -> tuple[str, str]:
    """人／年 as ("人", "年"); a unit without a slash has no second part."""
    base, _, per = unicodedata.normalize("NFKC", unit).partition("/")
    return re.sub(r"\s", "", base), re.sub(r"\s", "", per)
