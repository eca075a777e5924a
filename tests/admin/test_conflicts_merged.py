"""The pieces behind the pages: what a browser sends, what is locked, what it costs."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.admin.conflicts.comparing import as_sent
from plans.admin.plan import PlanAdmin
from plans.models import Measure
from tests.admin.forms import change_form
from tests.admin.samples import EDITED, a_real_record, name_of
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_measure, a_plan, a_target
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_what_is_stored_is_sent_as_a_browser_would_send_it(
    tanaka, rf, django_user_model, model
):
    record = a_real_record(model, EDITED[model][1])
    request = rf.get("/")
    request.user = django_user_model.objects.get(username="tanaka")

    form = admin.site.get_model_admin(model).get_form(request, record)(instance=record)

    browser = change_form(tanaka, record).values
    for name in form.fields:
        texts = [text.replace("\n", "\r\n") for text in as_sent(form, name)]
        sent = browser.get(name, [])
        assert texts == ([sent] if isinstance(sent, str) else sent), name


def test_who_may_not_add_gets_back_what_was_typed_to_copy(sato, django_user_model):
    client = Client()
    user = django_user_model.objects.create_user("henshu", is_staff=True)
    rights = ("change_measure", "add_voice", "change_voice", "view_voice")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    measure = a_measure()
    form = change_form(client, measure).fill(title="長く考えた題")
    form.add_row("voices", quotation="聞き取ったこえ", role="住民")
    Measure.objects.filter(pk=measure.pk).delete()

    page = conflict(form)

    assert page.status == 409
    typed = [typed for _, typed in page.differences.values()]
    assert {"長く考えた題", "聞き取ったこえ"} <= {*typed}


def test_a_record_that_came_between_the_check_and_the_writing_is_seen(
    tanaka, monkeypatch
):
    plan, calls = a_plan(), []
    save = PlanAdmin.save_model

    def late(self, request, *args):
        calls.append(1)
        if len(calls) == 1:
            self.message_user(request, "まだ本当ではない知らせ")
            raise IntegrityError
        save(self, request, *args)

    monkeypatch.setattr(PlanAdmin, "save_model", late)
    form = change_form(tanaka, plan).fill(title="田中の題")

    page = tanaka.post(form.address, form.values, follow=True).content.decode()

    plan.refresh_from_db()
    assert (len(calls), plan.title) == (2, "田中の題")
    assert "まだ本当ではない知らせ" not in page


@pytest.mark.parametrize("count", [1, 12])
def test_comparing_costs_no_query_for_a_row(tanaka, count):
    target = a_target()
    for number in range(count):
        an_observation(target=target, fiscal_year=2013 + number)
    form = change_form(tanaka, target)

    with CaptureQueriesContext(connection) as queries:
        answer = form.fill(name="改めた名称").send()

    compared = [q for q in queries if "FOR NO KEY UPDATE" in q["sql"]]
    assert answer.response.status_code == 302
    assert len(compared) == (5 if connection.vendor == "postgresql" else 0)
