"""やさしい日本語: what staff wrote stands apart from the words of the plan."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

SUMMARY = "こまったときに話せます。"
OWN = "計画の本文のことば"


def records():
    plan = factories.a_plan()
    policy = factories.a_policy(plan, overview=OWN)
    measure = factories.a_measure(policy, description=OWN)
    return policy, measure, factories.an_initiative(measure, description=OWN)


def main_of(client, record):
    soup = BeautifulSoup(client.get(record.get_absolute_url()).content, "html.parser")
    return soup.main


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["policy", "measure", "initiative"])
def test_the_summary_stands_above_the_text_and_is_marked(client, kind):
    record = records()[kind]
    record.easy_summary = SUMMARY
    record.save()

    main = main_of(client, record)
    easy = main.select_one("section.easy")

    assert easy.h2.text == "やさしい日本語"
    assert SUMMARY in easy.text
    assert "職員が書いた説明です。計画の本文ではありません。" in easy.text
    assert main.text.index(SUMMARY) < main.text.index(OWN)


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["policy", "measure", "initiative"])
def test_without_a_summary_nothing_is_said(client, kind):
    assert not main_of(client, records()[kind]).select(".easy")


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["policy", "measure", "initiative"])
def test_the_form_of_the_record_explains_the_field(staff_client, kind):
    record = records()[kind]
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"

    page = staff_client.get(reverse(name, args=[record.pk])).content.decode()

    assert "やさしい日本語の説明" in page
    assert "むずかしい言葉を使わずに" in page


def test_a_change_of_the_summary_is_told(client, monkeypatch):
    month_ago = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: month_ago)
        measure = records()[1]
    measure.easy_summary = SUMMARY
    measure.save()

    page = client.get(
        reverse("plan-history", args=[measure.plan.slug])
    ).content.decode()

    assert "やさしい日本語の説明" in page
    assert SUMMARY in page
