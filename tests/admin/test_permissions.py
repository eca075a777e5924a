"""Who may edit what: members of staff with the permission and nobody else."""

import pytest
from django.contrib.auth.models import Permission

from plans.models import Measure
from tests.admin.forms import admin_url, change_form, list_form, soup_of
from tests.admin.samples import EDITED, name_of
from tests.factories import a_measure, an_initiative
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db

every_model = pytest.mark.parametrize("model", EDITED, ids=name_of)


@pytest.fixture
def log_in(client, django_user_model):
    """Logs in a member of staff with the named permissions."""

    def log_in(*codenames, is_staff=True):
        user = django_user_model.objects.create_user(
            "tanto", password="x" * 12, is_staff=is_staff
        )
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return log_in


def stored(record):
    return type(record).objects.filter(pk=record.pk).values().get()


def everything_changed(record):
    """Another text for every field of a record."""
    return {name: "9" for name in stored(record)} | {"post": "yes"}


@every_model
def test_staff_without_a_permission_see_and_change_nothing(log_in, model):
    client = log_in()
    make, field = EDITED[model]
    record = make()
    before, count = stored(record), model.objects.count()

    pages = [
        client.get(admin_url(record, "changelist")),
        client.get(admin_url(record, "change")),
        client.post(admin_url(record, "change"), everything_changed(record)),
        client.post(admin_url(record, "delete"), {"post": "yes"}),
        client.post(admin_url(record, "add"), everything_changed(record)),
    ]

    texts = [page.content.decode() for page in pages]
    assert all("このページは開けません" in text for text in texts)
    assert all(getattr(record, field) not in text for text in texts)
    assert (stored(record), model.objects.count()) == (before, count)


@every_model
def test_who_may_only_look_finds_nothing_to_type_in(log_in, model):
    client = log_in(f"view_{model._meta.model_name}")
    make, field = EDITED[model]
    record = make()
    before = stored(record)

    soup = soup_of(client.get(admin_url(record, "change")))
    client.post(admin_url(record, "change"), everything_changed(record))
    client.post(admin_url(record, "delete"), {"post": "yes"})

    assert getattr(record, field) in soup.select_one("#content").text
    assert soup.select("fieldset [name]:not([type=hidden]), [name=_save]") == []
    assert stored(record) == before


def test_who_may_edit_one_kind_edits_that_kind_alone(log_in):
    client = log_in("view_measure", "change_measure")
    initiative = an_initiative()

    form = change_form(client, initiative.measure).fill(title="改めた施策")
    answer = form.fill(**{"initiatives-0-title": "改めた取組"}).send()

    assert answer.saved
    assert Measure.objects.get(pk=initiative.measure.pk).title == "改めた施策"
    assert stored(initiative)["title"] == initiative.title


@pytest.mark.parametrize("action", ["accept_selected", "delete_selected"])
def test_an_action_needs_its_permission(log_in, action):
    client = log_in("view_sourcenote")
    note = a_note()

    form = list_form(client, note).fill(action=action, post="yes")
    form.send()

    assert stored(note)["settled"] is False


@pytest.mark.parametrize("is_logged_in", [True, False])
def test_who_is_not_staff_is_asked_to_log_in_or_refused(log_in, client, is_logged_in):
    if is_logged_in:
        log_in("view_measure", "change_measure", is_staff=False)
    measure = a_measure()

    page = client.get(admin_url(measure, "change"), follow=True)
    client.post(admin_url(measure, "change"), everything_changed(measure))

    # Whoever is logged in already would be sent back by the page for logging in.
    assert page.status_code == (403 if is_logged_in else 200)
    assert bool(soup_of(page).select_one("[name=password]")) is not is_logged_in
    assert stored(measure)["title"] == measure.title
