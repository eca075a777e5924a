"""What the pages of files cost, however many rows there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Target
from plans.admin.files import resources
from plans.models import Section
from tests import factories
from tests.admin.files.office import (
    FORMATS,
    a_csv,
    export,
    page_url,
    refusal,
    send,
    upload,
)
from tests.admin.forms import soup_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")
# Two to begin and end each row; the rest are its checks, its saving and the log.
EACH_UNCHANGED, EACH_CHANGED = 2, 15
# The entries of the search are brought up to date once, kind by kind.
WHOLE_FILE = 40


@pytest.fixture
def initiative():
    return factories.an_initiative()


def with_targets(initiative, count):
    for _ in range(count - initiative.plan.target_set.count()):
        factories.a_target(initiative)
    return initiative.plan.target_set.all()


def renamed(targets):
    rows = [(each.plan.slug, each.code, f"{each.name}の後") for each in targets]
    return a_csv((*KEYS, "名称"), *rows)


def cost(call, *args):
    with CaptureQueriesContext(connection) as captured:
        found = call(*args)
    return len(captured), found


def test_the_pages_to_begin_with_cost_the_same_for_any_number_of_rows(staff_client):
    for page in ("import", "export"):
        assert queries_of(staff_client, page_url(Target, page)) <= 4


@pytest.mark.parametrize("wanted", FORMATS)
def test_an_export_costs_the_same_for_any_number_of_rows(
    staff_client, initiative, wanted
):
    slug = initiative.plan.slug
    with_targets(initiative, 3)
    few, _ = cost(export, staff_client, Target, wanted, slug)
    with_targets(initiative, 12)

    many, _ = cost(export, staff_client, Target, wanted, slug)

    assert many == few <= 6


def test_a_row_that_changes_nothing_costs_no_question(staff_client, initiative):
    slug = initiative.plan.slug
    costs = []
    for count in (3, 12):
        with_targets(initiative, count)
        file = export(staff_client, Target, "csv", slug)
        costs.append(cost(upload, staff_client, Target, file)[0])

    assert costs[1] - costs[0] <= 9 * EACH_UNCHANGED
    assert costs[0] <= 15 + 3 * EACH_UNCHANGED


def test_each_changed_row_costs_a_bounded_number(staff_client, initiative):
    previews, confirms = [], []
    for count in (3, 12):
        file = renamed(with_targets(initiative, count))
        spent, preview = cost(upload, staff_client, Target, file)
        previews.append(spent)
        confirms.append(cost(preview.confirm)[0])

    for few, many in (previews, confirms):
        assert many - few <= 9 * EACH_CHANGED
        assert few <= WHOLE_FILE + 3 * EACH_CHANGED


def test_more_changes_than_a_request_can_take_are_refused(
    staff_client, initiative, monkeypatch, kept_folder
):
    monkeypatch.setattr(resources, "MOST_CHANGES", 2)
    file = renamed(with_targets(initiative, 3))

    page = soup_of(send(staff_client, Target, file))

    assert "一度に2行までにファイルを分けて" in page.text
    assert list(kept_folder.iterdir()) == []
    assert not Target.objects.filter(name__endswith="の後").exists()


def test_a_preview_of_many_rows_weighs_little(staff_client):
    plan = factories.a_plan()
    rows = [(plan.slug, f"s{n}", "その他", f"節{n}", "本文" * 500) for n in range(400)]
    file = a_csv((*KEYS, "種類", "見出し", "本文"), *rows)

    preview = upload(staff_client, Section, file)

    assert preview.counts == {"新規": "400行"}
    assert len(preview.response.content) < 100_000


def test_a_file_that_is_too_large_is_refused_politely(staff_client):
    said = refusal(staff_client, Target, b"a" * (20 * 1024 * 1024 + 1))

    assert "20MB" in said
