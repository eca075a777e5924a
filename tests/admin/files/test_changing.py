"""Rows of a file change records and make new ones, with a history of who and why."""

import pytest

from indicators.models import Target
from initiatives.models import Department, Initiative
from plans.models import BasicPolicy, Measure, PageRevision, Section
from tests import factories
from tests.admin.files.office import a_csv, list_url, send, upload
from tests.initiatives.records import a_department

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")


def test_the_preview_tells_old_and_new_and_stores_nothing(staff_client):
    policy = factories.a_policy(title="前の名前")
    file = a_csv((*KEYS, "名称"), (policy.plan.slug, policy.code, "後の名前"))

    preview = upload(staff_client, BasicPolicy, file)

    assert preview.counts == {"変更": "1行"}
    (line,) = preview.lines
    assert line.startswith("2行目")
    assert "名称 前の名前 → 後の名前" in line
    policy.refresh_from_db()
    assert policy.title == "前の名前"
    assert policy.history.count() == 1


def test_confirming_stores_with_person_reason_and_fresh_pages(staff_client):
    policy = factories.a_policy(title="前の名前")
    slug = policy.plan.slug
    file = a_csv((*KEYS, "名称"), (slug, policy.code, "後の名前"))

    response = upload(staff_client, BasicPolicy, file, "方針.csv").confirm()

    assert response.url == list_url(BasicPolicy)
    policy.refresh_from_db()
    assert policy.title == "後の名前"
    newest = policy.history.first()
    assert newest.history_user.username == "keikaku"
    assert newest.history_change_reason == "【ファイルの取り込み】方針.csv"
    assert PageRevision.objects.filter(scope=f"plan:{slug}").exists()


def test_confirmed_once_the_same_file_changes_nothing_more(staff_client):
    policy = factories.a_policy(title="前の名前")
    file = a_csv((*KEYS, "名称"), (policy.plan.slug, policy.code, "後の名前"))
    upload(staff_client, BasicPolicy, file).confirm()

    preview = upload(staff_client, BasicPolicy, file)

    assert preview.counts == {"変更なし": "1行"}
    assert policy.history.count() == 2


def test_blank_cells_and_missing_columns_leave_what_is_stored(staff_client):
    policy = factories.a_policy(title="前", overview="説明", label="柱1")
    file = a_csv(
        (*KEYS, "名称", "方針の説明"), (policy.plan.slug, policy.code, "後", " 　")
    )

    upload(staff_client, BasicPolicy, file).confirm()

    policy.refresh_from_db()
    assert (policy.title, policy.overview, policy.label) == ("後", "説明", "柱1")


def test_a_row_with_a_new_code_becomes_a_record_below_all_others(staff_client):
    measure = factories.a_measure(position=7)
    file = a_csv(
        (*KEYS, "基本施策のコード", "名称"),
        (measure.plan.slug, "new-1", measure.code, "新しい取組"),
        (measure.plan.slug, "new-2", measure.code, "次の取組"),
    )

    preview = upload(staff_client, Initiative, file)
    preview.confirm()

    assert preview.counts == {"新規": "2行"}
    made = Initiative.objects.filter(plan=measure.plan).order_by("code")
    assert [(each.measure, each.position) for each in made] == [
        (measure, 1),
        (measure, 2),
    ]


def test_the_columns_may_stand_in_any_order_below_a_title(staff_client):
    policy = factories.a_policy()
    file = a_csv(
        ("基本方針の一覧",),
        (),
        ("備考", "名称", "コード", "計画(アドレス用の名前)"),
        ("直しました", "後", policy.code, policy.plan.slug),
    )

    preview = upload(staff_client, BasicPolicy, file)

    assert preview.lines[0].startswith("4行目")
    assert "「備考」の列は、取り込みません。" in preview.words


def test_numbers_years_and_choices_are_read_as_people_write_them(staff_client):
    target = factories.a_target(decimals=1, direction="")
    department = a_department(name="福祉課")
    target.plan.publisher = department.publisher
    target.plan.save()
    head = ("基準値", "基準年度", "目標年度", "めざす向き", "担当課のコード")
    row = ('"１，２３４．５"', "Ｒ４", "令和１２年度", "増やす", department.code)
    file = a_csv((*KEYS, *head), (target.plan.slug, target.code, *row))

    upload(staff_client, Target, file).confirm()

    target.refresh_from_db()
    assert (str(target.baseline_value), target.baseline_fiscal_year) == (
        "1234.5000",
        2022,
    )
    assert (target.goal_fiscal_year, target.direction) == (2030, "increase")
    assert target.department == department


def test_the_whole_import_takes_one_reason(staff_client):
    section = Section.objects.first()
    file = a_csv((*KEYS, "見出し"), (section.plan.slug, section.code, "直した見出し"))

    upload(staff_client, Section, file, "節.csv", reason="誤記の訂正").confirm()

    reason = section.history.first().history_change_reason
    assert reason == "【ファイルの取り込み】節.csv\n誤記の訂正"


def test_a_department_may_name_the_one_above_it_in_the_file(staff_client):
    old = a_department(code="old", name="旧課")
    home = old.publisher.slug
    file = a_csv(
        ("発行者（アドレス用の名前）", "コード", "名称", "引き継いだ課のコード"),
        (home, "new", "新課", ""),
        (home, "old", "", "new"),
    )

    upload(staff_client, Department, file).confirm()

    old.refresh_from_db()
    assert (old.name, old.successor.name) == ("旧課", "新課")


def test_records_whose_rows_were_taken_out_stay(staff_client):
    measures = Measure.objects.count()
    one = Measure.objects.first()
    file = a_csv((*KEYS, "名称"), (one.plan.slug, one.code, "別の名"))

    upload(staff_client, Measure, file).confirm()

    assert Measure.objects.count() == measures


def test_a_file_without_rows_is_refused(staff_client):
    response = send(staff_client, Measure, a_csv((*KEYS, "名称")))

    assert "取り込む行がありません" in response.text


def test_a_change_deep_in_a_long_text_is_marked_where_it_is(staff_client):
    text = "地域で支え合う活動を広げます。" * 40
    policy = factories.a_policy(overview=f"{text}令和七年。{text}")
    new = policy.overview.replace("七", "八")
    file = a_csv((*KEYS, "方針の説明"), (policy.plan.slug, policy.code, new))

    preview = upload(staff_client, BasicPolicy, file)

    row = preview.soup.select_one(".file-rows tbody tr")
    assert (row.select_one("del").text, row.select_one("ins").text) == ("七", "八")
    assert len(row.text) < 250
