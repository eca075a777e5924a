"""A filled-in template becomes a draft: previewed, confirmed once, all or nothing."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, Department, Initiative
from plans.models import BasicPolicy, Measure, Plan, PlanImport, Publisher
from tests.factories import a_plan
from tests.queries import queries_of
from tests.sent_forms import Screen, SentForm
from tests.welfare_plan.new_plans.workbooks import ROWS, changed, filled

pytestmark = pytest.mark.django_db
_KINDS = (Publisher, Plan, BasicPolicy, Measure, Initiative, Target, Department)


def upload(client, content, name="計画.xlsx"):
    """The screen after a file was chosen: its preview, or the refusal of the file."""
    file = SimpleUploadedFile(name, content)
    response = client.post(reverse("plan-upload"), {"file": file}, follow=True)
    return Screen(response)


def confirm_form(client, screen):
    return SentForm(client, screen.response.request["PATH_INFO"], "confirm")


def counts():
    return [model.objects.count() for model in _KINDS]


def test_the_template_that_is_downloaded_is_the_one_that_is_read(planner):
    blank = planner.get(reverse("plan-template")).content

    screen = upload(planner, filled(blank))

    assert "この内容で計画を作る" in screen.text


def test_the_preview_shows_the_tree_with_its_codes_and_stores_no_plan(planner):
    before = counts()

    screen = upload(planner, filled())

    assert "まだ何も登録していません" in screen.text
    for line in (
        "基本方針 1 支え合う地域",
        "基本施策 1-1 見守り",
        "主な取組 1-1-1 見守り活動への支援",
        "取組目標 1-1-1-1 講座の参加者目標 1,100人／年（令和14年度）",
        "基準値 904人／年（令和7年度）",
        "評価項目 1-1 近所の人と助け合っている",
        "発行者隣市（新しく登録します）",
        "担当課（新しく登録します）福祉課",
    ):
        assert line in screen.text
    assert counts() == before


def test_confirming_makes_the_whole_plan_as_a_draft(planner):
    confirm_form(planner, upload(planner, filled())).send()

    plan = Plan.objects.get(slug="tonari-4")
    assert (plan.state, plan.level1_label, plan.level2_label) == (
        "draft",
        "柱",
        "基本施策",
    )
    assert (plan.period_start_fy, plan.period_end_fy) == (2027, 2032)
    assert plan.publisher.municipality_code == "999997"
    figure, undecided, words = Target.objects.filter(plan=plan)
    assert (figure.baseline_value, figure.baseline_unit) == (904, "人／年")
    assert (figure.goal_value, figure.goal_fiscal_year) == (1100, 2032)
    assert (undecided.goal_state, undecided.goal_as_printed) == ("undecided", "未定")
    assert (words.goal_state, words.title) == (
        "statement",
        "だれも孤立しない地域をつくる",
    )
    texts = Activity.objects.filter(plan=plan).values_list("code", "text")
    assert list(texts) == [("1-1-1-1", "見守り講座"), ("1-1-1-2", "団体の交流会")]
    assert float(SurveyIndicator.objects.get(plan=plan).baseline_value) == 30.2
    assert Initiative.objects.get(plan=plan).department.name == "福祉課"


def test_every_record_remembers_who_took_it_in_and_from_where(planner):
    confirm_form(planner, upload(planner, filled())).send()

    entry = Target.objects.filter(code="1-1-1-1").get().history.get()
    assert entry.history_user.last_name == "佐藤"
    assert entry.history_change_reason == "ファイル「計画.xlsx」から取り込みました。"
    assert LogEntry.objects.filter(object_repr="第4期 隣市地域福祉計画").exists()


def test_a_publisher_and_departments_that_are_there_are_used(planner):
    kept = Publisher.objects.create(slug="tonari", name="隣市", kind="municipality")
    Department.objects.create(publisher=kept, code="fukushi", name="福祉課")
    rows = changed("計画", 発行者の種類=None)
    rows |= changed("取組目標", 担当課="こども課")

    screen = upload(planner, filled(**rows))
    confirm_form(planner, screen).send()

    assert "発行者隣市計画期間" in screen.text
    assert "登録のある担当課福祉課" in screen.text
    assert "担当課（新しく登録します）こども課" in screen.text
    assert Plan.objects.get(slug="tonari-4").publisher == kept
    assert Initiative.objects.get(plan__slug="tonari-4").department.code == "fukushi"


def test_a_department_that_has_ended_is_named_with_its_last_year(planner):
    kept = Publisher.objects.create(slug="tonari", name="隣市", kind="municipality")
    Department.objects.create(
        publisher=kept, code="fukushi", name="福祉課", valid_to_fy=2025
    )

    screen = upload(planner, filled())

    assert "登録のある担当課福祉課（令和7年度まで）" in screen.text


def test_the_button_pressed_twice_makes_one_plan(planner):
    form = confirm_form(planner, upload(planner, filled()))
    form.send()
    before = counts()

    again = form.send(follow=True)

    assert "すでに確定しています" in again.response.content.decode()
    assert counts() == before
    assert PlanImport.objects.get().state == "confirmed"


def test_the_same_file_again_leads_to_the_plan_that_it_became(planner):
    content = filled()
    confirm_form(planner, upload(planner, content)).send()

    screen = upload(planner, content, "写し.xlsx")

    assert "計画を取り込みました" in screen.text
    assert Plan.objects.filter(slug="tonari-4").count() == 1
    assert PlanImport.objects.count() == 1


def test_a_name_taken_since_the_preview_stops_all_of_it(planner):
    form = confirm_form(planner, upload(planner, filled()))
    a_plan(slug="tonari-4")
    before = counts()

    screen = form.send()

    assert screen.status == 409
    assert "シート「計画」2行目「アドレス用の名前」" in screen.text
    assert counts() == before


def test_a_plan_without_a_name_for_its_address_is_given_a_free_one(planner):
    a_plan(slug="plan-2027")

    screen = upload(planner, filled(**changed("計画", アドレス用の名前=None)))

    assert "/plans/plan-2027-2/" in screen.text


def test_the_preview_costs_the_same_for_a_small_plan_and_a_large_one(planner):
    small = upload(planner, filled()).response.request["PATH_INFO"]
    rows = [{"名称": f"方針{number}"} for number in range(60)]
    large = upload(planner, filled(基本方針=[*ROWS["基本方針"], *rows]))

    costs = {
        queries_of(planner, address)
        for address in (small, large.response.request["PATH_INFO"])
    }

    assert len(costs) == 1
    assert max(costs) <= 6
