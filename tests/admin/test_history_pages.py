"""The history page of a record: when, who, what, before, after, why."""

import pytest

from tests import factories, value_records
from tests.admin.forms import admin_url, change_form, delete_form, soup_of
from tests.plans.records import a_section
from tests.queries import queries_of
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db


def address_of(record):
    return admin_url(record, "change").replace("/change/", "/history/")


def page_of(client, record):
    return soup_of(client.get(address_of(record)))


def newest_row(client, record):
    cells = page_of(client, record).select_one("table.history tbody tr")
    return [cell.get_text(" ", strip=True) for cell in cells.select("th, td")]


def test_a_change_is_told_with_person_field_and_both_words(client):
    person = a_person("計画担当", is_staff=True, last_name="見本", first_name="花子")
    client.force_login(person)
    policy = factories.a_policy(title="前の題")
    assert change_form(client, policy).fill(title="後の題").send().saved

    _, who, what, field, before, after, _ = newest_row(client, policy)

    assert who == "見本 花子"
    assert what.startswith("基本方針「")
    assert (field, before, after) == ("名称", "前 の題", "後 の題")


def test_choices_and_relations_are_told_in_words(staff_client):
    target = factories.a_target()
    office = value_records.a_review().initiative
    assert (
        change_form(staff_client, target)
        .fill(direction="increase", evaluation_mode="maintain")
        .send()
        .saved
    )

    text = page_of(staff_client, target).get_text(" ", strip=True)

    assert "めざす向き （空欄） 増やす" in text
    assert "判定のしかた 目標に向かう 保つ" in text
    assert office.title not in text


def test_words_of_a_long_text_are_marked_where_they_differ(staff_client):
    section = a_section(factories.a_plan(), body="地域で支え合います。" * 20)
    body = section.body.replace("支え合", "助け合", 1)
    assert change_form(staff_client, section).fill(body=body).send().saved

    row = page_of(staff_client, section).select_one("table.history tbody tr")

    assert row.select_one("del").text == "支え"
    assert row.select_one("ins").text == "助け"


def test_rows_on_the_page_of_a_record_are_told_with_it(staff_client):
    target = factories.a_target()
    form = change_form(staff_client, target)
    form.add_row("observations", fiscal_year=2024, value="940")
    form.add_row("milestones", fiscal_year=2027, value="1000")
    assert form.send().saved

    text = page_of(staff_client, target).get_text(" ", strip=True)

    assert f"実績値「{target.code} {target.name} 令和6年度」" in text
    assert f"中間の目標「{target.code} {target.name} 令和9年度」" in text
    assert "中間の目標値 1000" in text


def test_saving_without_a_change_leaves_no_row(staff_client):
    policy = factories.a_policy()

    assert change_form(staff_client, policy).send().saved

    assert policy.history.count() == 1


def test_a_deleted_record_keeps_its_page(staff_client):
    section = a_section(factories.a_plan(), heading="消える節")
    address = address_of(section)
    form = delete_form(staff_client, section)
    staff_client.post(form.address, form.values)

    page = soup_of(staff_client.get(address))

    assert "この本文の節は削除されています" in page.get_text()
    assert "削除しました。" in page.select_one("table.history tbody").get_text()


def test_who_may_not_see_a_record_may_not_see_its_history(client):
    client.force_login(a_person("担当課", is_staff=True))

    assert client.get(address_of(factories.a_policy())).status_code == 403


def test_a_record_that_never_was_leads_back(staff_client):
    address = address_of(factories.a_policy(pk=987_654)).replace("987654", "987655")

    assert staff_client.get(address).status_code == 302


def test_a_long_history_is_paged_at_the_same_cost(staff_client):
    policy = factories.a_policy(title="題0")
    few = queries_of(staff_client, address_of(policy))
    for number in range(1, 60):
        policy.title = f"題{number}"
        policy.save()

    many = queries_of(staff_client, address_of(policy))

    page = page_of(staff_client, policy)
    assert len(page.select("table.history tbody")) == 50
    assert few == many <= 10
    older = page.select_one(".paginator a")["href"]
    assert "題0" in staff_client.get(address_of(policy) + older).content.decode()
