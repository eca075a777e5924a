"""Relations of a model to itself that must come to an end."""

from django.core.exceptions import ValidationError


def refuse_a_circle(record, relation: str, message: str) -> None:
    """Refuse a record that would come back to itself by following the relation."""
    met, other = {record.pk}, getattr(record, relation)
    while other is not None:
        if other.pk in met:
            raise ValidationError({relation: message})
        met.add(other.pk)
        other = getattr(other, relation)
