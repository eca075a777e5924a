"""Two people at the same moment: one is first, the other is told."""

from functools import partial
from threading import Barrier

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from plans.models import BasicPolicy
from tests import factories
from tests.admin.files.office import a_csv, upload
from tests.admin.forms import change_form

pytestmark = pytest.mark.long

HEAD = ("計画（アドレス用の名前）", "コード", "名称")


@pytest.fixture
def policy(made):
    return made(lambda: factories.a_policy(title="前"))


@pytest.fixture
def clients(made):
    return made(lambda: [_logged_in(name) for name in ("one", "two")])


def _logged_in(name):
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser(f"files-{name}"))
    return client


def when_all_have_opened(opened, send, barrier):
    page = opened()
    barrier.wait(timeout=30)
    return send(page).status_code


def test_of_two_who_confirm_one_new_record_one_is_first(at_once, made, policy, clients):
    rows = a_csv(HEAD, (policy.plan.slug, "new", "新しい方針"))
    barrier = Barrier(2)

    statuses = at_once(
        *(
            partial(
                when_all_have_opened,
                partial(upload, client, BasicPolicy, rows),
                lambda preview: preview.confirm(),
                barrier,
            )
            for client in clients
        )
    )

    assert sorted(statuses) == [302, 409]
    histories = made(lambda: BasicPolicy.history.filter(code="new").count())
    assert histories == 1


def test_who_edits_and_who_confirms_cannot_both_win(at_once, made, policy, clients):
    rows = a_csv(HEAD, (policy.plan.slug, policy.code, "ファイルの名前"))
    barrier = Barrier(2)
    one, two = clients

    statuses = at_once(
        partial(
            when_all_have_opened,
            partial(upload, one, BasicPolicy, rows),
            lambda preview: preview.confirm(),
            barrier,
        ),
        partial(
            when_all_have_opened,
            lambda: change_form(two, policy).fill(title="画面の名前"),
            lambda form: form.send().response,
            barrier,
        ),
    )

    assert sorted(statuses) == [302, 409]
    (title,) = made(
        lambda: list(
            BasicPolicy.objects.filter(pk=policy.pk).values_list("title", flat=True)
        )
    )
    assert title == ("ファイルの名前" if statuses[0] == 302 else "画面の名前")
