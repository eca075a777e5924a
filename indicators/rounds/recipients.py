"""Who is written to about what is still owed in a round."""

from collections import defaultdict
from dataclasses import dataclass, field

from indicators.models import CollectionRound
from indicators.rights import ANSWER
from indicators.rounds.mails import planning_section
from indicators.rounds.standing import owed
from initiatives.departments import Departments

NO_DEPARTMENT = "担当課が決まっていないもの"


@dataclass
class Recipient:
    """One address and what it is written about: (department or None, name, count).

    `person` is None where the planning section is written to as a whole.
    """

    address: str
    person: object = None
    parts: list[tuple[int | None, str, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(count for _, _, count in self.parts)


def recipients(round_: CollectionRound, departments=None) -> list[Recipient]:
    """Everybody who owes something in a round, with how much, each address once.

    An item's own person comes first, then all members of its department who can
    answer, then the planning section. `departments` limits it to some of them (None
    is the planning section's own).
    """
    known = Departments(round_.publisher)
    counts = defaultdict(lambda: defaultdict(int))
    persons = {}
    for item, told in _owed_with_addressees(round_, known):
        if departments is not None and item.department_id not in departments:
            continue
        for address, person in told.items():
            persons.setdefault(address, person)
            counts[address][item.department_id] += 1
    return [
        Recipient(
            address,
            persons[address],
            [(pk, _name(known, pk), count) for pk, count in parts.items()],
        )
        for address, parts in counts.items()
    ]


def unreachable(round_: CollectionRound) -> int:
    """How many owed items nobody can be written to about."""
    found = _owed_with_addressees(round_, Departments(round_.publisher))
    return sum(not told for _, told in found)


def answering(item) -> dict[str, object]:
    """Who is written to about one item: the person, or None, by address."""
    people = Departments(item.round.publisher).people(ANSWER)
    return _addressees(item, people, planning_section())


def _owed_with_addressees(round_, known):
    people, planning = known.people(ANSWER), planning_section()
    for item in owed(round_.items.all()).select_related("person"):
        yield item, _addressees(item, people, planning)


def _addressees(item, people, planning):
    """The person by address; members may share one."""
    own = item.person
    if own and own.is_active and own.email:
        return {own.email: own}
    members = [p for p in people.get(item.department_id, ()) if p.email]
    if members:
        return {person.email: person for person in members}
    return {person.email: None for person in planning}


def _name(departments, pk):
    return departments.by_id[pk].name if pk else NO_DEPARTMENT
