"""Publishing a council's pack of any finished year from the admin."""

import pytest
from django.urls import reverse

from indicators.models import CouncilReport, PublishedValue, Target
from plans.models import Plan
from tests.admin.forms import soup_of
from tests.indicators.dashboards.standings import publish_values

pytestmark = pytest.mark.django_db

ADD = reverse("admin:indicators_councilreport_add")


def publish(client, year, slug="kashiwa-chiiki-fukushi"):
    plan = Plan.objects.get(slug=slug)
    return client.post(ADD, {"plan": plan.pk, "fiscal_year": year}, follow=True)


@pytest.fixture(autouse=True)
def _values_of_two_years():
    target = Target.objects.get(plan__slug="kashiwa-chiiki-fukushi", code="2-1")
    target.measure_type = "flow"
    target.save()
    publish_values(target, r6="931", r7="940")


def test_a_pack_of_an_earlier_year_is_published_and_can_be_opened(staff_client, client):
    publish(staff_client, 2024)
    publish(staff_client, 2025)

    years = CouncilReport.objects.values_list("fiscal_year", flat=True)
    page = client.get("/plans/kashiwa-chiiki-fukushi/reports/R6/").content.decode()
    assert sorted(years) == [2024, 2025]
    assert "令和6年度（2024年度）" in page


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("2030", "令和12年度はまだ終わっていないため、資料を公表できません。"),
        ("2000", "平成12年度は、この計画で資料を作れる年度ではありません。"),
        ("7", "「7」には元号がありません。"),
        ("2024", "令和6年度に公開した実績値も担当課評価もないため"),
    ],
    ids=["not over", "before the plan", "no year", "nothing to say"],
)
def test_what_cannot_be_published_is_refused_in_words(staff_client, year, sentence):
    PublishedValue.objects.all().delete()

    page = soup_of(publish(staff_client, year))

    assert sentence in page.select_one(".errorlist").text
    assert not CouncilReport.objects.exists()


def test_a_second_pack_of_a_year_is_refused(staff_client):
    publish(staff_client, 2025)

    page = soup_of(publish(staff_client, 2025))

    assert "すでに公表されています" in page.select_one(".errorlist").text
    assert CouncilReport.objects.count() == 1


def test_a_published_pack_offers_its_page_and_nothing_to_change(staff_client):
    publish(staff_client, 2025)
    pack = CouncilReport.objects.get()

    page = soup_of(
        staff_client.get(
            reverse("admin:indicators_councilreport_change", args=[pack.pk])
        )
    )

    link = page.select_one(".field-public_page a")["href"]
    assert link == "/plans/kashiwa-chiiki-fukushi/reports/R7/"
    assert not page.select("#councilreport_form :is(input[type=submit], select)")
