"""値の種類 as a choice of a dashboard, with one for targets that have none printed."""

from indicators.models import Target

UNSTATED = "unstated"
WORDS = {**dict(Target.MeasureType.choices), UNSTATED: "記載なし"}
TYPES = tuple(WORDS)


def type_of(values: dict) -> str:
    return values["measure_type"] or UNSTATED


def is_of_type(values: dict, chosen: str) -> bool:
    """Whether a target's own values are of the type; nothing chosen means every one."""
    return chosen in ("", type_of(values))
