"""Every page of the admin opens in Japanese and shows real records."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from indicators.models import CouncilReport, Observation, PublishedValue, SurveyWave
from initiatives.models import CommitteeOpinion, Review
from tests.admin.forms import admin_url, soup_of
from tests.admin.samples import ALL, EDITED, LOOKED_AT, a_real_record, name_of

# What test_values.py and test_value_pages.py are about.
VALUES = {
    CommitteeOpinion,
    CouncilReport,
    Observation,
    PublishedValue,
    Review,
    SurveyWave,
}

pytestmark = pytest.mark.django_db

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
WORDS = [(model, field) for model, (_, field) in ALL.items()]


def test_every_model_of_the_project_has_a_sample_here():
    ours = {
        model
        for model in admin.site._registry
        if model._meta.app_label in ("plans", "initiatives", "indicators")
    }

    assert {model for model in ours if model not in VALUES} == set(ALL)


def test_the_start_page_names_every_model_in_japanese(staff_client):
    soup = soup_of(staff_client.get(reverse("admin:index")))

    rows = {row.text.strip() for row in soup.select("#content-main th a")}

    assert {model._meta.verbose_name_plural for model in ALL} <= rows
    assert all(JAPANESE.search(row) for row in rows)
    assert soup.html["lang"] == "ja"
    assert "地域福祉計画ポータル 職員用" in soup.select_one("#site-name").text


@pytest.mark.parametrize(("model", "field"), WORDS, ids=name_of)
def test_the_list_has_japanese_heads_and_a_row_a_record(staff_client, model, field):
    a_real_record(model, field)

    soup = soup_of(staff_client.get(admin_url(model, "changelist")))

    heads = [head.text.strip() for head in soup.select("thead .text")]
    assert [head for head in heads if head and not JAPANESE.search(head)] == []
    page = admin.site._registry[model].list_per_page
    assert len(soup.select("tbody tr")) == min(model.objects.count(), page)


@pytest.mark.parametrize(("model", "field"), WORDS, ids=name_of)
def test_the_page_of_a_real_record_shows_its_words(staff_client, model, field):
    record = a_real_record(model, field)

    soup = soup_of(staff_client.get(admin_url(record, "change")))

    entry = soup.select_one(f"[name={field}]")
    shown = entry.get("value", entry.text) if entry else soup.fieldset.text
    assert getattr(record, field) in shown.replace("\r\n", "\n")
    assert japanese_labels(soup)


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_the_page_for_a_new_record_asks_in_japanese(staff_client, model):
    soup = soup_of(staff_client.get(admin_url(model, "add")))

    assert japanese_labels(soup)
    assert soup.h1.text == f"{model._meta.verbose_name} を追加"
    assert soup.select_one("[name=_save]")["value"] == "保存"


@pytest.mark.parametrize("model", LOOKED_AT, ids=name_of)
def test_nobody_adds_what_the_site_keeps_about_itself(staff_client, model):
    response = staff_client.get(admin_url(model, "add"))

    assert response.status_code == 403
    assert "このページは開けません" in response.content.decode()


def japanese_labels(soup):
    """The labels of the fields; fails if one of them is not Japanese."""
    labels = [label.text.strip() for label in soup.select("fieldset label")]
    foreign = [label for label in labels if not JAPANESE.search(label)]
    assert foreign == []
    return labels
