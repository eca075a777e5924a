"""An office where everybody edits figures: half in the admin, half in a round."""

from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from indicators.models import CollectionRound, Observation, RoundItem
from tests.crowd.editors import AdminEditor, EntryEditor
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.staff_records import a_department, a_person, a_round, an_item
from tests.value_records import an_observation

YEAR = 2025


@dataclass(frozen=True)
class Office:
    """A round whose figures have a first value each, and people with a browser each."""

    round: CollectionRound
    items: list[RoundItem]
    observations: list[Observation]
    clerks: list[Client]
    planners: list[Client]

    def editors(self, figure_of=lambda number: 0) -> list:
        """One of the entry page, one of the admin, and so on, a figure for each."""
        people = [
            one for pair in zip(self.clerks, self.planners, strict=True) for one in pair
        ]
        return [
            self._editor(number, client, figure_of(number))
            for number, client in enumerate(people)
        ]

    def _editor(self, number, client, figure):
        if number % 2:
            return AdminEditor(client, self.observations[figure])
        return EntryEditor(client, self.round, self.items[figure])


def an_office(*, people: int, figures: int = 1) -> Office:
    """Each clerk is asked for all figures: with many, by a department of their own."""
    today = timezone.localdate()
    departments = [a_department()]
    publisher = departments[0].publisher
    departments += [a_department(publisher) for _ in range(figures - 1)]
    round_ = a_round(
        publisher,
        fiscal_year=YEAR,
        opens_on=today,
        due_on=today + timedelta(days=9),
    )
    initiative = an_initiative(a_measure(a_policy(a_plan(publisher=publisher))))
    targets = [a_target(initiative) for _ in departments]
    return Office(
        round=round_,
        items=[
            an_item(round_, target=target, department=department)
            for target, department in zip(targets, departments, strict=True)
        ],
        observations=[an_observation(target=target, value=900) for target in targets],
        clerks=[
            _client(a_person("担当課", departments[2 * number % figures]))
            for number in range(people // 2)
        ],
        planners=[
            _client(a_person("計画担当", is_staff=True)) for _ in range(people // 2)
        ],
    )


def _client(person):
    client = Client(raise_request_exception=False)
    client.force_login(person)
    client.person = person
    return client
