"""S3 at full size, with its figures; test_throttle.py tries the rules one by one."""

import pytest

from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import ELSEWHERE, WORD, tried, with_password

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.drill,
    pytest.mark.usefixtures("guarded"),
]
PEOPLE = 100


def test_guessing_ends_at_the_sixth_try_and_keeps_nobody_out(print_figures):
    people = [with_password(a_person("閲覧")) for _ in range(PEOPLE)]
    locked_at, kept_out = set(), 0

    for number, person in enumerate(people):
        attacker = f"203.0.113.{number + 1}"
        tries = [tried(person.username, "wrong", attacker) for _ in range(5)]
        tries.append(tried(person.username, WORD, attacker))
        refused = [n for n, answer in enumerate(tries, 1) if answer.status_code == 429]
        locked_at.add(min(refused))
        kept_out += tried(person.username, WORD, ELSEWHERE).status_code != 302

    print_figures(
        id="S3",
        people=PEOPLE,
        locked_at_try=sorted(locked_at),
        kept_out_elsewhere=kept_out,
    )
    assert max(locked_at) <= 6
    assert kept_out == 0


def test_one_address_that_sprays_a_hundred_people_is_slowed(print_figures):
    people = [with_password(a_person("閲覧")) for _ in range(PEOPLE)]

    answers = [tried(person.username, "Welfare2026!").status_code for person in people]
    kept_out = sum(
        tried(person.username, WORD, f"198.51.100.{number + 1}").status_code != 302
        for number, person in enumerate(people)
    )

    print_figures(
        id="S3",
        sprayed=PEOPLE,
        looked_at=PEOPLE - answers.count(429),
        kept_out_elsewhere=kept_out,
    )
    assert answers.count(429) > PEOPLE / 2
    assert kept_out == 0
