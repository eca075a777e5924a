"""Rows that somebody ticked on a screen, each with the version that was shown."""

from collections.abc import Mapping


def ticked_rows(posted) -> Mapping[str, str]:
    """The version by row; a row without one has an empty one, which never agrees."""
    return {
        key: posted.get(f"version-{key}", "") for key in posted.getlist("row") if key
    }


def whole_number(text: str) -> int | None:
    """A key of a row as it stands in an address or a form; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
