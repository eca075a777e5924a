"""By what published years were judged: a file changes it with a reason alone."""

import pytest

from indicators.models import Target
from tests import factories
from tests.admin.files.office import a_csv, upload
from tests.admin.forms import soup_of
from tests.indicators.published import publish_value

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")
WHY = "印刷の誤りを直した"


@pytest.fixture
def target():
    target = factories.a_target(baseline_value=904)
    publish_value(target, 2024, "940")
    return target


def baseline(target, value="905"):
    return a_csv((*KEYS, "基準値"), (target.plan.slug, target.code, value))


def main_of(client, address):
    return soup_of(client.get(address)).main.get_text(" ", strip=True)


def test_terms_of_a_public_verdict_ask_for_a_reason(staff_client, target):
    preview = upload(staff_client, Target, baseline(target))

    assert preview.counts == {"誤り": "1行"}
    assert "公表した値があるため、基準値を変えるには理由が必要です。" in preview.words
    assert "取組目標の画面で" not in preview.words
    assert preview.confirm().status_code == 409


def test_the_reason_can_be_given_beside_the_refused_rows(staff_client, client, target):
    preview = upload(staff_client, Target, baseline(target), "佐藤さんの直し.csv")

    again = preview.confirm(do="reason", reason=WHY)
    preview.read(staff_client.get(again.url))

    assert preview.counts == {"変更": "1行"}
    assert WHY in preview.words
    preview.confirm()
    target.refresh_from_db()
    assert target.baseline_value == 905
    page = main_of(client, target.get_absolute_url())
    assert WHY in page
    assert "佐藤" not in page


def test_a_reason_that_is_too_long_is_refused_in_words(staff_client, target):
    preview = upload(staff_client, Target, baseline(target))

    preview.read(preview.confirm(do="reason", reason="あ" * 301))

    assert "理由は300字までで" in preview.words


def test_a_target_without_public_values_needs_none(staff_client, client):
    target = factories.a_target(baseline_value=904)

    upload(staff_client, Target, baseline(target), "佐藤さんの直し.csv").confirm()

    target.refresh_from_db()
    assert target.baseline_value == 905
    assert "905" in main_of(client, target.get_absolute_url())
    assert "904" not in main_of(client, target.get_absolute_url())
