"""Who may see and change which figures, asked on the server."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from indicators.models import Observation
from tests.factories import a_target
from tests.indicators.entry.entry_page import EntryPage
from tests.staff_records import a_department, a_person, an_item

pytestmark = pytest.mark.django_db


def test_who_is_not_logged_in_is_asked_to(client, round_, figure):
    address = reverse("figures-entry", args=[round_.pk])

    opened = client.get(address)
    sent = client.post(address, {"item": figure.pk, f"i{figure.pk}-cell": "940"})

    assert opened["Location"].endswith(f"?next={address}")
    assert "ログインする" in sent.content.decode()
    assert not Observation.objects.exists()


@pytest.mark.parametrize("role", ["閲覧", "管理者", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_roles_that_enter_nothing_are_refused(client, round_, figure, role, method):
    client.force_login(a_person(role))

    for address in (
        reverse("my-figures"),
        reverse("figures-entry", args=[round_.pk]),
    ):
        assert getattr(client, method)(address).status_code == 403
    assert not Observation.objects.exists()


def test_another_department_does_not_find_the_round(page_of, round_, figure):
    stranger = a_person("担当課", a_department(round_.publisher))

    page = page_of(stranger)

    assert page.status == 404
    page.values = {"item": [str(figure.pk)], f"i{figure.pk}-cell": "940"}
    page.press()
    assert page.sent_status == 404
    assert not Observation.objects.exists()


def test_a_figure_of_another_department_cannot_be_sent_along(
    page_of, clerk, round_, figure
):
    other = an_item(
        round_, target=a_target(), department=a_department(round_.publisher)
    )
    page = page_of(clerk)
    assert page.row(other) is None
    page.values["item"].append(str(other.pk))

    after = page.fill(figure, cell="960").fill(other, cell="970").press()

    assert Observation.objects.get().target == figure.target
    assert "あなたの担当ではなくなった" in after.messages
    assert "「970」" in after.messages


def test_a_figure_of_another_department_cannot_be_taken_back(
    page_of, clerk, round_, figure
):
    department = a_department(round_.publisher)
    other = an_item(round_, target=a_target(), department=department)
    owner = page_of(a_person("担当課", department))
    owner.fill(other, cell="960").press("submit")

    page_of(clerk).withdraw(other)

    assert Observation.objects.get().state == "submitted"


def test_the_planning_section_enters_for_anybody(page_of, figure):
    planner = a_person("計画担当")

    page_of(planner).fill(figure, cell="960").press()

    assert Observation.objects.get().entered_by == planner


def test_the_successor_of_a_department_answers_for_it(page_of, department, figure):
    new = a_department(department.publisher, name="地域共生課")
    department.successor = new
    department.save()

    page = page_of(a_person("担当課", new))

    assert page.row(figure)


@pytest.fixture
def closed(round_):
    round_.closed_at = timezone.now()
    round_.save()


def test_a_closed_round_is_only_read(page_of, clerk, figure, closed):
    page = page_of(clerk)

    assert "令和7年度の照会は終わりました。" in page.soup.text
    assert not page.soup.select("main form")


def test_what_was_typed_into_a_round_that_closed_meanwhile_is_shown_again(
    page, figure, round_
):
    round_.closed_at = timezone.now()
    round_.save()

    after = page.fill(figure, cell="940").press()

    assert not Observation.objects.exists()
    assert after.control(figure, "cell")["value"] == "940"
    assert "保存していません。" in after.messages


def test_nothing_is_submitted_or_taken_back_before_a_round_opens(page, figure, round_):
    after = page.fill(figure, cell="960").press("submit")
    round_.opens_on = timezone.localdate() + timedelta(days=1)
    round_.due_on = round_.opens_on + timedelta(days=30)
    round_.save()

    after.withdraw(figure)

    assert Observation.objects.get().state == "submitted"
    shown = EntryPage(page.client, round_)
    assert "から入力できます。" in shown.soup.text


def test_a_late_answer_is_still_taken(page_of, clerk, figure, round_):
    round_.due_on = timezone.localdate() - timedelta(days=3)
    round_.opens_on = date(2026, 4, 1)
    round_.save()

    page = page_of(clerk)

    assert "3日過ぎています。いまからでも提出できます。" in page.soup.text
    page.fill(figure, cell="960").press("submit")
    assert Observation.objects.get().state == "submitted"
