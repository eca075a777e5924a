"""The choices on the page of a round: which items it lists, and who gets them."""

from indicators.rounds.filters import UNGIVEN, UNHANDED
from indicators.rounds.recipients import NO_DEPARTMENT
from indicators.rounds.standing import STATES
from plans.fiscal_year import of_date
from plans.person_names import person_name

_UNCHANGED = ("", "変えない")


def filter_form(standing, chosen, departments):
    there = {department for _, department, _ in standing}
    states = [("", "すべて"), (UNHANDED, "提出していないもの"), *STATES.items()]
    owners = [("", "すべて")]
    owners += [(pk, d.name) for pk, d in departments.by_id.items() if pk in there]
    if None in there:
        owners.append((UNGIVEN, NO_DEPARTMENT))
    return [
        _select("state", "状態", states, chosen.state),
        _select("department", "担当課", owners, chosen.department or ""),
    ]


def assign_form(departments, people, round_, typed):
    year = of_date(round_.opens_on)
    owners = [(d.pk, d.name) for d in departments.existing(year)]
    members = {
        person.pk: f"{person_name(person)}（{departments.by_id[pk].name}）"
        for pk, found in people.items()
        for person in found
    }
    return [
        _select(
            "to_department",
            "担当課",
            [_UNCHANGED, *owners, (UNGIVEN, "担当課なし（計画担当が入力する）")],
            typed.department,
        ),
        _select(
            "to_person",
            "担当者",
            [_UNCHANGED, *members.items(), (UNGIVEN, "担当者なし（課の人みんな）")],
            typed.person,
        ),
    ]


def _select(name, label, options, selected):
    return {
        "name": name,
        "label": label,
        "options": [
            {"value": value, "text": text, "selected": str(value) == str(selected)}
            for value, text in options
        ],
    }
