"""Who did what on the staff's screens, in the log that the admin shows."""

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

__all__ = ["ADDITION", "CHANGE", "DELETION", "write_down"]


def write_down(user, record, said: str = "", *, action: int = CHANGE) -> None:
    """Log one step of a person; a conflict then names who was quicker."""
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(record),
        object_id=str(record.pk),
        object_repr=str(record)[:200],
        action_flag=action,
        change_message=said,
    )
