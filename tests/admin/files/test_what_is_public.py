"""What visitors have seen changes by files as by forms: with reasons, told to all."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from plans.models import BasicPolicy
from tests import factories
from tests.admin.files.office import a_csv, upload
from tests.admin.forms import soup_of

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")
FILE = "佐藤さんの直し.csv"
WHY = "印刷の誤りを直した"


@pytest.fixture
def plan(monkeypatch):
    """A plan that has been public for a month."""
    month_ago = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: month_ago)
        return factories.a_plan()


def renamed(*policies):
    rows = [(each.plan.slug, each.code, f"{each.title}の後") for each in policies]
    return a_csv((*KEYS, "名称"), *rows)


def main_of(client, address):
    return soup_of(client.get(address)).main.get_text(" ", strip=True)


def test_the_public_page_shows_it_on_the_next_request(staff_client, client):
    policy = factories.a_policy(title="前の名前")
    address = policy.get_absolute_url()
    assert "前の名前" in main_of(client, address)

    upload(staff_client, BasicPolicy, renamed(policy)).confirm()

    assert "前の名前の後" in main_of(client, address)


def test_an_import_is_one_public_entry_without_the_name_of_the_file(
    staff_client, client, plan
):
    policies = [factories.a_policy(plan) for _ in range(3)]

    upload(staff_client, BasicPolicy, renamed(*policies), FILE, WHY).confirm()

    said = "ファイルの取り込みによる変更です。計画の内容を3か所直しました。"
    page = main_of(client, reverse("plan-history", args=[plan.slug]))
    assert page.count(said) == 1
    assert f"理由：{WHY}" in page
    feed = client.get(reverse("plan-feed", args=[plan.slug])).content.decode()
    assert said in feed
    for words in (page, feed):
        assert "佐藤" not in words
        assert "【" not in words


def test_each_file_of_a_day_is_an_entry_of_its_own(staff_client, client, plan):
    policies = [factories.a_policy(plan) for _ in range(2)]
    for policy in policies:
        name = f"{policy.code}.csv"
        upload(staff_client, BasicPolicy, renamed(policy), name).confirm()

    page = main_of(client, reverse("plan-history", args=[plan.slug]))

    assert page.count("計画の内容を1か所直しました。") == 2


def test_what_a_file_does_to_a_draft_is_told_to_nobody(staff_client, client):
    plan = factories.a_plan(state="draft")
    policy = factories.a_policy(plan)
    upload(staff_client, BasicPolicy, renamed(policy), reason=WHY).confirm()
    plan.state = "published"
    plan.save()

    page = main_of(client, reverse("plan-history", args=[plan.slug]))

    assert "取り込み" not in page
    assert WHY not in page


def test_staff_find_the_file_the_person_and_the_reason(staff_client):
    policy = factories.a_policy()
    upload(staff_client, BasicPolicy, renamed(policy), FILE, WHY).confirm()

    history = reverse("admin:plans_basicpolicy_history", args=[policy.pk])
    words = soup_of(staff_client.get(history)).text
    entry = LogEntry.objects.get(object_id=str(policy.pk))

    for text in (words, entry.change_message):
        assert FILE in text
        assert WHY in text
    assert "keikaku" in words
    assert entry.user.username == "keikaku"
    assert entry.is_change()


def test_a_code_is_a_key_and_no_file_changes_one(staff_client):
    policy = factories.a_policy(code="1", title="名前")

    preview = upload(
        staff_client,
        BasicPolicy,
        a_csv((*KEYS, "名称"), (policy.plan.slug, "2", "名前")),
    )

    assert preview.counts == {"新規": "1行"}
    preview.confirm()
    policy.refresh_from_db()
    assert policy.code == "1"
