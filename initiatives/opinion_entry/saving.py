"""Storing the opinions of a year, and making them public."""

from initiatives.opinion_entry.forms import PUBLISHED, OpinionForm
from plans.editing.journal import ADDITION, CHANGE, DELETION, write_down
from plans.models import Plan
from plans.publishing import publishing


def save_opinions(plan: Plan, forms: list[OpinionForm], *, by, to_publish=()) -> int:
    """Store what was typed; drafts with a text go public where `to_publish` has them.

    It holds prefixes of forms. The number of opinions that were stored, deleted or made
    public.
    """
    with publishing(*plan.publishing_scopes()):
        return sum(_save(form, by, form.prefix in to_publish) for form in forms)


def _save(form, by, publishes) -> bool:
    opinion = form.instance
    if form.is_forgotten:
        write_down(by, opinion, action=DELETION)
        opinion.delete()
        return True
    goes_public = publishes and bool(opinion.text) and not form.is_public
    if not form.is_to_save and not goes_public:
        return False
    if goes_public:
        opinion.state = PUBLISHED
    opinion.save()
    said = "公開した" if goes_public else ""
    write_down(by, opinion, said, action=CHANGE if form.is_stored else ADDITION)
    return True
