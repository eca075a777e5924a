"""Storing one revision of several goals: all of it or nothing."""

from indicators.models import GoalRevision
from plans.editing.journal import ADDITION, write_down
from plans.publishing import publishing

_SAID = (
    "decided_on",
    "reason",
    "goal_state",
    "goal_value",
    "goal_unit",
    "goal_fiscal_year",
    "goal_text",
)


def store_revisions(revisions: list[GoalRevision], *, by) -> None:
    """Save checked revisions; the pages of their plans are renewed."""
    with publishing() as scopes:
        for revision in revisions:
            revision.save()
            write_down(by, revision, action=ADDITION)
            scopes.update(revision.publishing_scopes())


def are_stored(revisions: list[GoalRevision]) -> bool:
    """Whether all of them stand already, word for word: a button pressed twice."""
    stored = {
        (row.target_id, row.effective_from_fy): row
        for row in GoalRevision.objects.filter(
            target__in=[revision.target for revision in revisions]
        )
    }
    return bool(revisions) and all(
        _is_same(stored.get((row.target_id, row.effective_from_fy)), row)
        for row in revisions
    )


def _is_same(stored, revision):
    return stored is not None and all(
        getattr(stored, name) == getattr(revision, name) for name in _SAID
    )
