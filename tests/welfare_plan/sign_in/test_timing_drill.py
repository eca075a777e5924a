"""With the real hasher: how long a wrong login takes, for people there are and not."""

from statistics import mean
from time import perf_counter

import pytest

from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import tried, with_password

ROUNDS = 40


@pytest.mark.drill
@pytest.mark.django_db
@pytest.mark.usefixtures("guarded")
def test_the_time_does_not_tell_who_is_registered(settings, print_figures):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    people = [with_password(a_person("閲覧")) for _ in range(ROUNDS)]
    taken = {"known": [], "unknown": []}

    for number, person in enumerate(people):
        # Each from an address of its own, so that none is slowed.
        for kind, name in (("known", person.username), ("unknown", f"x-{number}")):
            begun = perf_counter()
            tried(name, "wrong", f"192.0.2.{number + 1}")
            taken[kind].append(perf_counter() - begun)

    known, unknown = (mean(sorted(times)[2:-2]) for times in taken.values())
    share = abs(known - unknown) / max(known, unknown)
    print_figures(
        id="S3",
        known_ms=round(1000 * known),
        unknown_ms=round(1000 * unknown),
        differs_percent=round(100 * share, 1),
    )
    assert share < 0.1
