"""Items that were ticked on the overview are given to a department or a person."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from indicators.rights import ANSWER
from indicators.rounds.actions import KEEP, assign
from indicators.rounds.filters import UNGIVEN
from indicators.rounds.item_rows import subject_title
from indicators.rounds.overview import Typed
from indicators.ticked import ticked_rows, whole_number
from initiatives.models import Department


def assign_rows(round_, posted) -> tuple[int, Typed]:
    """How many items were given away, and what was typed with what was refused.

    Each item is its own act: one that somebody else changed is refused, the others
    go on.
    """
    rows = ticked_rows(posted)
    typed = Typed(
        rows=tuple(rows),
        department=posted.get("to_department", ""),
        person=posted.get("to_person", ""),
    )
    department, person = _chosen(round_, typed)
    if not rows or department is person is KEEP:
        typed.refused.append({"key": "", "title": "", "why": _nothing(rows)})
        return 0, typed
    done = 0
    for item in _items(round_, rows):
        try:
            assign(
                item, version=rows[str(item.pk)], department=department, person=person
            )
            done += 1
        except ValidationError as error:
            typed.refused.append(
                {
                    "key": str(item.pk),
                    "title": subject_title(item.subject),
                    "why": " ".join(error.messages),
                }
            )
    return done, typed


def _items(round_, rows):
    keys = {whole_number(key) for key in rows} - {None}
    return round_.items.filter(pk__in=keys).select_related(
        "target__plan", "initiative__plan", "measure__plan", "policy__plan"
    )


def _chosen(round_, typed):
    """The department and the person that the form can offer; KEEP for anything else."""
    departments = Department.objects.filter(publisher=round_.publisher)
    people = get_user_model().objects.with_perm(ANSWER)
    members = people.filter(memberships__department__in=departments)
    return _one(departments, typed.department), _one(members, typed.person)


def _one(rows, typed):
    if typed == UNGIVEN:
        return None
    return rows.filter(pk=whole_number(typed)).distinct().first() or KEEP


def _nothing(rows):
    if rows:
        return "担当課か担当者を選んでから、ボタンを押してください。"
    return "担当を決める項目に、印を付けてください。"
