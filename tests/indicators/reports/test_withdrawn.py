"""A number that was withdrawn later leaves a frozen pack, and nothing else does."""

from decimal import Decimal

import pytest

from indicators.actions import approve, publish
from indicators.models import CouncilReport, Target
from indicators.reports.publishing import publish_report
from initiatives import answers
from tests.factories import a_target
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.published import soup_of
from tests.indicators.reports.packs import AT, LATER, a_followed_plan

pytestmark = pytest.mark.django_db

WITHDRAWN = "―（公表を取りやめました）"


def suppress(target, year):
    correct(target, year, value_state="suppressed")


def correct(target, year, value=None, value_state="", reason="個人が分かるおそれ"):
    observation = target.observations.get(fiscal_year=year)
    observation.value = None if value is None else Decimal(value)
    observation.value_state, observation.correction_reason = value_state, reason
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=LATER)
    approve(observation, by=None, at=LATER)
    publish(observation, at=LATER)


def pack_page(client, plan):
    return soup_of(client, f"/plans/{plan.slug}/reports/R7/").select_one(".pack")


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

    pack = pack_page(client, plan)

    row = pack.select(".figures tbody tr")[0].select("th, td")
    assert row[cell].get_text() == WITHDRAWN
    assert hidden not in pack.get_text()
    assert "公表後の訂正" in pack.get_text()
    assert "秘匿" in pack.select_one("#corrections").get_text()


def test_what_was_not_withdrawn_stays_as_it_was(client):
    plan, target = a_frozen_pack()
    suppress(target, 2025)

    pack = pack_page(client, plan)

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
    correct(target, 2025, 947, reason="947人が正しい数でした")
    suppress(target, 2025)

    text = pack_page(client, plan).get_text()

    assert "947" not in text
    assert "940" not in text


@pytest.mark.parametrize(
    ("newest", "said"),
    [({"value_state": "not_applicable"}, "該当なし"), ({"value": 950}, "950人／年")],
    ids=["another word", "a new number"],
)
def test_what_is_published_after_the_withdrawal_brings_no_old_number_back(
    client, newest, said
):
    plan, target = a_frozen_pack()
    suppress(target, 2025)
    correct(target, 2025, **newest)

    pack = pack_page(client, plan)

    assert "940" not in pack.get_text()
    assert pack.select(".figures tbody tr")[0].select("th, td")[4].text == WITHDRAWN
    assert said in pack.select_one("#corrections").get_text()


def test_a_new_code_neither_shows_the_number_nor_hides_that_of_another(client):
    plan, target = a_frozen_pack()
    other = Target.objects.get(plan=plan, code="1-2")
    Target.objects.filter(pk=target.pk).update(code="1-9")
    Target.objects.filter(pk=other.pk).update(code="1-1")
    suppress(target, 2025)

    pack = pack_page(client, plan)

    assert "940" not in pack.get_text()
    assert "958" in pack.select(".figures tbody tr")[1].get_text()
