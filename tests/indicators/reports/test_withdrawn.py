"""A number that was withdrawn later leaves a frozen pack, and nothing else does."""

from decimal import Decimal

import pytest

from indicators.actions import approve, publish
from indicators.models import CouncilReport
from indicators.reports.publishing import publish_report
from initiatives import answers
from tests.factories import a_target
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.published import soup_of
from tests.indicators.reports.packs import AT, LATER, a_followed_plan

pytestmark = pytest.mark.django_db

WITHDRAWN = "―（公表を取りやめました）"


def suppress(target, year, *, at=LATER):
    observation = target.observations.get(fiscal_year=year)
    observation.value, observation.value_state = None, "suppressed"
    observation.correction_reason = "個人が分かるおそれがあるため"
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=at)
    approve(observation, by=None, at=at)
    publish(observation, at=at)


def a_frozen_pack():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative, code="1-2", name="別の目標")
    publish_values(other, r6="907", r7="958")
    publish_report(plan, 2025, at=AT)
    return plan, target


@pytest.mark.parametrize(
    ("year", "hidden", "cell"), [(2025, "940", 4), (2024, "931", 2)], ids=["R7", "R6"]
)
def test_neither_pack_nor_corrections_show_the_number(client, year, hidden, cell):
    plan, target = a_frozen_pack()
    suppress(target, year)

    pack = soup_of(client, f"/plans/{plan.slug}/reports/R7/").select_one(".pack")

    row = pack.select(".figures tbody tr")[0].select("th, td")
    assert row[cell].get_text() == WITHDRAWN
    assert hidden not in pack.get_text()
    assert "公表後の訂正" in pack.get_text()
    assert "秘匿" in pack.select_one("#corrections").get_text()


def test_what_was_not_withdrawn_stays_as_it_was(client):
    plan, target = a_frozen_pack()
    suppress(target, 2025)

    pack = soup_of(client, f"/plans/{plan.slug}/reports/R7/").select_one(".pack")

    first, second = pack.select(".figures tbody tr")
    assert "931" in first.get_text()
    assert "やや遅れ" in first.get_text()
    assert "958" in second.get_text()
    assert "別の目標" in second.get_text()


def test_what_is_stored_of_the_pack_is_not_touched(client):
    plan, target = a_frozen_pack()
    stored = CouncilReport.objects.get().content
    suppress(target, 2025)

    client.get(f"/plans/{plan.slug}/reports/R7/")

    assert CouncilReport.objects.get().content == stored


def test_a_number_between_pack_and_withdrawal_stays_hidden_too(client):
    plan, target = a_frozen_pack()
    observation = target.observations.get(fiscal_year=2025)
    observation.value, observation.correction_reason = Decimal(947), "数え忘れ"
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=LATER)
    approve(observation, by=None, at=LATER)
    publish(observation, at=LATER)
    suppress(target, 2025)

    pack = soup_of(client, f"/plans/{plan.slug}/reports/R7/").select_one(".pack")

    assert "947" not in pack.get_text()
    assert "940" not in pack.get_text()
