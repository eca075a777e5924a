"""Saving a record in the admin without a change is no edit; a changed one is."""

import pytest
from django.apps import apps

from plans.models import Section
from tests.admin.forms import delete_form
from tests.plan_files.served_form import save_unchanged
from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db

CHANGES = {
    "plans.publisher": (" name: 見本市", " name: 新見本市"),
    "plans.sourcedocument": ("試験のための資料", "別の資料"),
    "plans.plan": ("title: 見本市地域福祉計画", "title: 第2次見本市地域福祉計画"),
    "plans.section": ("・ふたつ", "・みっつ"),
    "plans.glossaryterm": ("term: 共助", "term: 互助"),
    "plans.basicpolicy": ("title: 支え合う", "title: つながる"),
    "plans.measure": ("title: 見守る", "title: 見守り合う"),
    "plans.sourcenote": ("単位の印刷がありません。", "単位がありません。"),
    "initiatives.department": ("name: 福祉課", "name: 地域福祉課"),
    "initiatives.initiative": ("title: 見守り活動", "title: 見守りの会"),
    "initiatives.activity": ("text: 声かけ", "text: 訪問"),
    "initiatives.cocreationaction": ("やってみたい", "続けたい"),
    "initiatives.voice": ("role: 住民", "role: 民生委員"),
    "indicators.target": ("goal_value: '120'", "goal_value: '130.5'"),
    "indicators.surveyindicator": ("baseline_value: '30.2'", "baseline_value: '31'"),
}


@pytest.fixture
def record_of(load, empty_the_database):
    """Load the small file alone and give its one record of a kind."""

    def record(label):
        empty_the_database()
        load()
        return apps.get_model(label).objects.get()

    return record


@pytest.mark.parametrize("label", CHANGES)
def test_record_saved_unchanged_in_the_admin_follows_a_newer_file(
    label, record_of, staff_client, load
):
    response = save_unchanged(staff_client, record_of(label))

    report = load(changed(*CHANGES[label]))

    assert response.status_code == 302, response.context["errors"]
    assert (report.updated, report.unchanged, report.left_alone) == (1, 14, [])


def test_record_edited_in_the_admin_is_left_alone(record_of, staff_client, load):
    section = record_of("plans.section")
    save_unchanged(staff_client, section, body="職員の言葉\r\n\r\n・ひとつ")

    report = load(changed("・ふたつ", "・みっつ"))

    assert len(report.left_alone) == 1
    assert Section.objects.get().body == "職員の言葉\n\n・ひとつ"


def test_record_deleted_in_the_admin_stays_deleted(record_of, staff_client, load):
    section = record_of("plans.section")
    delete_form(staff_client, section).send()

    report = load()

    assert len(report.left_alone) == 1
    assert not Section.objects.exists()


@pytest.mark.parametrize("label", ["plans.plan", "plans.section", "indicators.target"])
def test_longest_records_of_the_real_plans_saved_unchanged_are_as_loaded(
    label, staff_client
):
    model = apps.get_model(label)
    before = model.objects.order_by("pk").values()
    records = sorted(model.objects.all(), key=lambda row: -len(str(vars(row))))[:5]
    expected = list(before)

    responses = [save_unchanged(staff_client, record) for record in records]

    assert [response.status_code for response in responses] == [302] * 5
    assert list(before.all()) == expected
