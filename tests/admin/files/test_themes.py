"""Themes in files: their names, as staff read them on the screen."""

import pytest

from plans.models import BasicPolicy
from tests import factories
from tests.admin.files.office import a_csv, export, upload

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")


def a_file(policy, themes):
    return a_csv((*KEYS, "テーマ"), (policy.plan.slug, policy.code, themes))


def test_themes_are_written_by_name(staff_client):
    policy = factories.a_policy(themes="elderly health")

    file = export(staff_client, BasicPolicy, home=policy.plan.slug).decode()

    assert "高齢、健康・医療" in file


@pytest.mark.parametrize(
    "typed", ["健康・医療、高齢", "health，elderly", "高齢\n健康･医療"]
)
def test_themes_are_read_by_name_in_any_order(staff_client, typed):
    policy = factories.a_policy()

    upload(staff_client, BasicPolicy, a_file(policy, f'"{typed}"')).confirm()

    policy.refresh_from_db()
    assert policy.themes == "elderly health"


def test_an_unknown_theme_is_named_with_those_there_are(staff_client):
    policy = factories.a_policy()

    preview = upload(staff_client, BasicPolicy, a_file(policy, "高齢、宇宙"))

    assert preview.counts == {"誤り": "1行"}
    assert "テーマ「宇宙」は登録されていません。" in preview.lines[0]
    assert "「高齢」" in preview.lines[0]
