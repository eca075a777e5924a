"""Rows that cannot be stored are named by row and column, and hold the others back."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from indicators.models import Target
from plans.models import BasicPolicy, Measure
from tests import factories
from tests.admin.files.office import a_csv, refusal, upload

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")


@pytest.mark.parametrize(
    ("heading", "typed", "said"),
    [
        pytest.param("基準値", "約900人", "数として読めません", id="words"),
        pytest.param("基準値", "①958", "囲み数字", id="circled digit"),
        pytest.param(
            "目標値", "0.5", "小数点以下が0桁より多い", id="too many decimals"
        ),
        pytest.param("基準年度", "5年度", "元号がありません", id="no era"),
        pytest.param("基準年度", "令和5年", "令和5年度と書いて", id="calendar year"),
        pytest.param("目標年度", "R4", "基準年度より後", id="goal before baseline"),
        pytest.param("めざす向き", "上", "「増やす」「減らす」から", id="choice"),
        pytest.param("主な取組のコード", "none", "登録されていません", id="relation"),
        pytest.param("小数点以下の桁数", "1.5", "整数ではありません", id="decimals"),
        pytest.param("名称", "a\x07b", "目に見えない文字", id="control character"),
        pytest.param("単位の違いを確認した", "○", "「はい」「いいえ」", id="yes or no"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(staff_client, heading, typed, said):
    target = factories.a_target()
    file = a_csv((*KEYS, heading), (target.plan.slug, target.code, typed))

    preview = upload(staff_client, Target, file)

    assert preview.counts == {"誤り": "1行"}
    assert preview.lines[0].startswith("2行目")
    assert said in preview.lines[0]
    assert not preview.may_confirm


def test_one_wrong_row_holds_all_others_back_even_when_forged(staff_client):
    policy = factories.a_policy(title="前")
    slug = policy.plan.slug
    file = a_csv(
        (*KEYS, "名称", "並び順"),
        (slug, policy.code, "後", "1"),
        (slug, "x", "新", "多"),
    )
    preview = upload(staff_client, BasicPolicy, file)

    response = preview.confirm()

    assert response.status_code == 409
    assert "何も保存していません" in preview.read(response).words
    policy.refresh_from_db()
    assert policy.title == "前"
    assert not BasicPolicy.objects.filter(code="x").exists()


def test_two_rows_of_one_code_are_both_refused(staff_client):
    policy = factories.a_policy()
    row = (policy.plan.slug, policy.code)
    file = a_csv((*KEYS, "名称"), (*row, "甲"), (*row, "乙"))

    preview = upload(staff_client, BasicPolicy, file)

    assert preview.counts == {"誤り": "2行"}
    assert all("同じコードの行" in line for line in preview.lines)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(("nowhere", "1", "名"), "「nowhere」は登録", id="unknown plan"),
        pytest.param(("", "1", "名"), "空欄です", id="no plan"),
        pytest.param(("{plan}", "", "名"), "空欄です", id="no code"),
        pytest.param(("{plan}", "コ1", "名"), "半角の英数字で始め", id="odd code"),
        pytest.param(("{plan}", "9", ""), "必ず書いてください", id="no title"),
    ],
)
def test_a_row_without_a_right_key_or_name_is_refused(staff_client, row, said):
    plan = factories.a_plan()
    cells = [cell.format(plan=plan.slug) for cell in row]

    preview = upload(staff_client, BasicPolicy, a_csv((*KEYS, "名称"), cells))

    assert preview.counts == {"誤り": "1行"}
    assert said in preview.lines[0]


def test_a_new_row_that_belongs_to_nothing_is_refused_in_words(staff_client):
    plan = factories.a_plan()
    file = a_csv((*KEYS, "名称"), (plan.slug, "m-1", "名"))

    preview = upload(staff_client, Measure, file)

    assert "基本方針のコード 空欄です" in preview.lines[0]


def test_cells_that_excel_changed_are_refused(staff_client):
    policy = factories.a_policy(title="前")
    book, out = Workbook(), BytesIO()
    book.active.append([*KEYS, "名称", "原典のページ"])
    book.active.append([policy.plan.slug, policy.code, "=A1", "12"])
    book.active["D2"].number_format = "0%"
    book.active["D2"] = 0.12
    book.save(out)

    preview = upload(staff_client, BasicPolicy, out.getvalue(), "直した.xlsx")

    assert "数式の結果が保存されていません" in preview.lines[0]
    assert "％の書式になっています" in preview.lines[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "空です", id="empty"),
        pytest.param("名前,住所\r\n1,2".encode(), "見出し", id="another table"),
        pytest.param(b"PK\x03\x04broken", "保存し直して", id="broken workbook"),
        pytest.param("コード,名称".encode("euc_jp"), "保存し直して", id="EUC-JP"),
        pytest.param(a_csv((*KEYS, "名称", "名称")), "2つあります", id="twice"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(staff_client, content, said):
    assert said in refusal(staff_client, BasicPolicy, content)


def test_too_many_rows_are_refused_politely(staff_client):
    rows = [("plan", str(number), "名") for number in range(5001)]

    said = refusal(staff_client, BasicPolicy, a_csv((*KEYS, "名称"), *rows))

    assert "5,000行まで" in said


def test_all_that_is_wrong_with_a_row_is_told_at_once(staff_client):
    target = factories.a_target()
    head = ("目標年度", "小数点以下の桁数", "値の種類", "基準値")
    row = ("R4", "5", "累計", "約9")
    file = a_csv((*KEYS, *head), (target.plan.slug, target.code, *row))

    preview = upload(staff_client, Target, file)

    said = " ".join(preview.lines)
    for words in ("数として読めません", "基準年度より後", "4 以下", "累計を始めた"):
        assert words in said
