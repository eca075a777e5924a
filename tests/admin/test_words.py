"""What a clerk reads on the pages of the admin: words, never stored codes."""

import pytest
from django.urls import reverse

from plans.models import PageRevision
from tests.admin.forms import act, admin_url, change_form, soup_of
from tests.factories import a_measure, an_initiative
from tests.plans.records import a_loaded_record, a_note
from tests.value_records import a_publication, a_report

pytestmark = pytest.mark.django_db


def page_of(client, record, page):
    return soup_of(client.get(address_of(record, page)))


def address_of(record, page):
    if page != "history":
        return admin_url(record, page)
    meta = record._meta
    name = f"admin:{meta.app_label}_{meta.model_name}_history"
    return reverse(name, args=[record.pk])


def test_a_list_is_headed_by_what_it_lists(staff_client):
    assert page_of(staff_client, a_note(), "changelist").h1.text == (
        "原典の表記についての注記の一覧"
    )


def test_a_published_value_is_read_in_words(staff_client):
    row = a_publication(value="940", status="slightly_behind")

    listed = page_of(staff_client, row, "changelist")
    shown = page_of(staff_client, row, "change").select_one("#content").text

    cells = listed.select_one("#result_list tbody tr").text
    assert "940人／年" in cells
    assert "やや遅れ" in cells
    assert "やや遅れ" in listed.select_one("#changelist-filter").text
    assert "slightly_behind" not in str(listed.select_one("#result_list"))
    assert "940人／年" in shown
    assert "{" not in shown


def test_a_loaded_record_names_its_kind(staff_client):
    record = a_loaded_record(model_label="indicators.target")

    listed = page_of(staff_client, record, "changelist")

    assert "取組目標" in listed.select_one("#result_list").text
    assert "取組目標" in listed.select_one("#changelist-filter").text


def test_a_kind_that_is_gone_keeps_its_label(staff_client):
    record = a_loaded_record(model_label="old.model")

    listed = page_of(staff_client, record, "changelist")

    assert "old.model" in listed.select_one("#result_list").text


def test_a_revision_says_which_pages_it_is_of(staff_client):
    PageRevision.objects.create(scope="plan:nowhere", rev=1)

    listed = page_of(staff_client, PageRevision(scope="plan:nowhere"), "changelist")

    assert "この計画のページ" in listed.select_one("#result_list").text


def test_what_others_use_is_not_deleted_and_the_page_says_why(staff_client):
    initiative = an_initiative()

    said = delete_form_text(staff_client, initiative.measure)

    assert "次の記録が使っているため削除できません" in said
    assert "別のものに付け替えるか、削除してください" in said
    assert initiative.title in said


def delete_form_text(client, record):
    return page_of(client, record, "delete").select_one("#content").text


def test_the_list_says_the_same_of_what_cannot_be_deleted(staff_client):
    measure = an_initiative().measure

    answer = act(staff_client, "delete_selected", measure)

    assert "次の記録が使っているため削除できません" in answer.content.decode()


def test_the_history_names_people_by_their_family_name_first(
    staff_client, django_user_model
):
    django_user_model.objects.filter(username="keikaku").update(
        last_name="見本", first_name="花子"
    )
    measure = a_measure()
    change_form(staff_client, measure).fill(title="改めた").send()

    page = page_of(staff_client, measure, "history")

    newest = page.select_one(".history tbody tr")
    assert newest.td.text == "見本 花子"
    start = soup_of(staff_client.get(reverse("admin:index")))
    assert "見本 花子さん" in start.select_one("#user-tools").text


def test_a_record_that_nobody_changed_says_so(staff_client):
    page = page_of(staff_client, a_report(), "history")

    assert "職員による変更は、まだありません。" in page.text
