"""What others do while somebody looks at a preview is neither lost nor overwritten."""

import pytest
from django.db import IntegrityError

from plans.models import BasicPolicy, PageRevision
from tests import factories
from tests.admin.files.office import a_csv, list_url, page_url, upload
from tests.admin.forms import soup_of

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")


@pytest.fixture
def policies():
    plan = factories.a_plan()
    return [factories.a_policy(plan, title=title) for title in ("甲", "乙")]


def renaming(policies):
    rows = [(each.plan.slug, each.code, f"{each.title}の後") for each in policies]
    return a_csv((*KEYS, "名称"), *rows)


def titles(policies):
    rows = BasicPolicy.objects.filter(pk__in=[each.pk for each in policies])
    return list(rows.order_by("pk").values_list("title", flat=True))


def edited(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def test_a_record_changed_after_the_preview_holds_all_rows_back(staff_client, policies):
    preview = upload(staff_client, BasicPolicy, renaming(policies))
    edited(policies[1], title="ほかの人の名前")

    response = preview.confirm()

    assert response.status_code == 409
    assert titles(policies) == ["甲", "ほかの人の名前"]
    preview.read(response)
    assert "ほかの人が記録を変えました。何も保存していません。" in preview.words
    first, second = preview.lines
    assert "受け付けたあとに変わりました" not in first
    assert "受け付けたあとに変わりました" in second
    assert "ほかの人の名前 → 乙の後" in second


def test_what_is_shown_anew_can_be_confirmed(staff_client, policies):
    preview = upload(staff_client, BasicPolicy, renaming(policies))
    edited(policies[1], overview="ほかの人の説明")

    preview.read(preview.confirm()).confirm()

    assert titles(policies) == ["甲の後", "乙の後"]
    policies[1].refresh_from_db()
    assert policies[1].overview == "ほかの人の説明"


@pytest.mark.parametrize("forged", ["", "0" * 64])
def test_a_state_that_was_never_shown_confirms_nothing(staff_client, policies, forged):
    preview = upload(staff_client, BasicPolicy, renaming(policies))

    response = preview.confirm(looked_at=forged)

    assert response.status_code == 409
    assert titles(policies) == ["甲", "乙"]


def test_confirming_twice_stores_once(staff_client, policies):
    preview = upload(staff_client, BasicPolicy, renaming(policies))

    first, second = preview.confirm(), preview.confirm()

    assert first.url == list_url(BasicPolicy)
    assert second.url == page_url(BasicPolicy, "import")
    page = soup_of(staff_client.get(second.url)).text
    assert "確定したか、取りやめたか" in page
    assert [each.history.count() for each in policies] == [2, 2]


def test_a_record_deleted_meanwhile_is_not_brought_back_unasked(staff_client, policies):
    preview = upload(staff_client, BasicPolicy, renaming(policies))
    policies[1].delete()

    response = preview.confirm()

    assert response.status_code == 409
    assert preview.read(response).counts == {"変更": "1行", "新規": "1行"}
    assert titles(policies) == ["甲"]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_refusal_of_the_database_leaves_nothing_behind(
    staff_client, policies, monkeypatch, failing
):
    preview = upload(staff_client, BasicPolicy, renaming(policies))
    calls, save = [], BasicPolicy.save

    def refuse(record, *args, **kwargs):
        calls.append(record)
        save(record, *args, **kwargs)
        if len(calls) == failing:
            raise IntegrityError

    before = PageRevision.objects.count()
    with monkeypatch.context() as broken:
        broken.setattr(BasicPolicy, "save", refuse)
        response = preview.confirm()

    assert response.status_code == 409
    assert titles(policies) == ["甲", "乙"]
    assert [each.history.count() for each in policies] == [1, 1]
    assert PageRevision.objects.count() == before
