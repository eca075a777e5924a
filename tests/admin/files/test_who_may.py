"""Files change records for those alone who may change them, and nobody else's file."""

import os
import stat
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from plans.admin.files import kept as keeping
from plans.models import BasicPolicy
from tests import factories
from tests.admin.files.office import (
    a_csv,
    export,
    list_url,
    page_url,
    send,
    upload,
)
from tests.admin.forms import soup_of

pytestmark = pytest.mark.django_db

ALL = ("view", "add", "change", "import")


@pytest.fixture
def person(django_user_model):
    """Logs in somebody with some of the permissions for policies."""

    def log_in(*actions, name="tanto"):
        user = django_user_model.objects.create_user(name, is_staff=True)
        codenames = [f"{action}_basicpolicy" for action in actions]
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def policy():
    return factories.a_policy(title="前の名前")


def renaming(policy):
    return a_csv(
        ("計画（アドレス用の名前）", "コード", "名称"),
        (policy.plan.slug, policy.code, "後の名前"),
    )


def test_the_library_too_would_ask_for_the_permissions():
    assert site_settings.IMPORT_EXPORT_IMPORT_PERMISSION_CODE == "import"
    assert site_settings.IMPORT_EXPORT_EXPORT_PERMISSION_CODE == "view"


@pytest.mark.parametrize(
    "actions",
    [
        pytest.param(("view",), id="may look"),
        pytest.param(("view", "add", "change"), id="may edit by hand"),
        pytest.param(("view", "add", "import"), id="may not change"),
        pytest.param(("view", "change", "import"), id="may not add"),
    ],
)
def test_who_may_not_import_takes_records_out_and_never_in(person, policy, actions):
    owner, client = person(*ALL, name="owner"), person(*actions)
    preview = upload(owner, BasicPolicy, renaming(policy))
    preview.client = client

    answers = [
        client.get(page_url(BasicPolicy, "import")),
        send(client, BasicPolicy, renaming(policy)),
        preview.confirm(),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert "前の名前".encode() in export(client, BasicPolicy)
    links = [
        link.text for link in soup_of(client.get(list_url(BasicPolicy))).select("a")
    ]
    assert "ファイルに取り出す" in links
    assert "ファイルから取り込む" not in links
    policy.refresh_from_db()
    assert policy.title == "前の名前"


def test_who_may_not_even_look_takes_nothing_out(person, policy):
    client = person()

    response = client.get(page_url(BasicPolicy, "export"), {"format": "csv"})

    assert response.status_code == 403
    assert policy.title not in response.text


def test_the_file_of_somebody_else_cannot_be_seen_or_confirmed(person, policy):
    preview = upload(person(*ALL), BasicPolicy, renaming(policy))
    preview.client = other = person(*ALL, name="other")
    place = page_url(BasicPolicy, "import")

    answers = [
        other.get(place, {"kept": preview.token}),
        preview.confirm(),
        preview.confirm(do="cancel"),
    ]

    assert [answer.url for answer in answers] == [place] * 3
    assert "もう一度ファイルを選んでください" in soup_of(other.get(place)).text
    policy.refresh_from_db()
    assert policy.title == "前の名前"


@pytest.mark.parametrize(
    "token", ["", "..", "../../settings", "a" * 43, "\0", "髙" * 43]
)
def test_a_made_up_token_leads_to_nothing(person, token):
    client = person(*ALL)

    response = client.get(page_url(BasicPolicy, "import"), {"kept": token})

    assert response.url == page_url(BasicPolicy, "import")


def test_what_is_kept_is_for_the_site_alone(person, policy, kept_folder):
    upload(person(*ALL), BasicPolicy, renaming(policy))

    (file,) = kept_folder.iterdir()

    modes = [stat.S_IMODE(each.stat().st_mode) for each in (kept_folder, file)]
    assert modes == [0o700, 0o600]


def test_what_was_never_confirmed_is_swept_after_a_day(person, policy, kept_folder):
    client = person(*ALL)
    upload(client, BasicPolicy, renaming(policy))
    (old,) = kept_folder.iterdir()
    then = (timezone.now() - keeping.KEPT_FOR - timedelta(minutes=1)).timestamp()
    os.utime(old, (then, then))

    upload(client, BasicPolicy, renaming(policy))

    (left,) = kept_folder.iterdir()
    assert left != old


@pytest.mark.parametrize("do", ["confirm", "cancel"])
def test_nothing_is_kept_of_what_is_done(person, policy, kept_folder, do):
    preview = upload(person(*ALL), BasicPolicy, renaming(policy))

    preview.confirm(do=do)

    assert list(kept_folder.iterdir()) == []
