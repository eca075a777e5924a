"""The table of a round: a row a department, with who is missing, when reminded."""

from collections import Counter, defaultdict

from django.db.models import Max

from indicators.rounds.filters import UNGIVEN
from indicators.rounds.recipients import NO_DEPARTMENT
from indicators.rounds.stages import is_too_soon, next_possible
from indicators.rounds.standing import OWED, STATES
from plans.fiscal_year import day_text
from plans.person_names import person_name


def department_rows(round_, standing, departments, people, today) -> list[dict]:
    """A row a department in their order; the planning section's own come last."""
    counts = defaultdict(Counter)
    for _, department, state in standing:
        counts[department][state] += 1
    last = dict(
        round_.reminders.values_list("department")
        .annotate(Max("sent_on"))
        .order_by("department")
    )
    order = [pk for pk in departments.by_id if pk in counts]
    return [
        _department_row(
            departments.by_id.get(pk),
            counts[pk],
            people.get(pk, ()),
            last.get(pk),
            today,
        )
        for pk in [*order, *({None} & counts.keys())]
    ]


def _department_row(department, counts, people, last, today):
    left = sum(counts[state] for state in OWED)
    names = "、".join(map(person_name, people)) or (
        "入力できる人がいません。催促は計画担当に届きます。"
        if department
        else "計画担当"
    )
    too_soon = is_too_soon(today, last)
    return {
        "pk": department.pk if department else UNGIVEN,
        "name": department.name if department else NO_DEPARTMENT,
        "total": counts.total(),
        "states": [
            {"word": word, "count": counts[state]} for state, word in STATES.items()
        ],
        "left": left,
        "left_text": f"残り{left}件" if left else "すべて提出済み",
        "people": names if left else "",
        "last": day_text(last) if last else "まだ",
        "may_remind": bool(left) and not too_soon,
        "wait": f"{day_text(next_possible(last))}から送れます。"
        if left and too_soon
        else "",
    }
