"""What has to be asked before a value can be handed in."""

from decimal import Decimal

import pytest

from indicators.models import Observation
from tests.factories import a_target
from tests.staff_records import an_item
from tests.value_records import a_revision, an_observation

pytestmark = pytest.mark.django_db


def stored(item):
    return Observation.objects.get(target=item.target, fiscal_year=2025)


def answers_of(page, item):
    return [field["value"] for field in page.row(item).select("fieldset input")]


def test_a_lone_dash_asks_what_it_stands_for(page, figure):
    after = page.fill(figure, cell="－").press()

    assert answers_of(after, figure) == ["該当なし", "集計中", "0"]
    assert "どれを指すか分かりません" in after.summary[0]


@pytest.mark.parametrize(
    ("answer", "value", "state"),
    [
        ("該当なし", None, "not_applicable"),
        ("集計中", None, "collecting"),
        ("0", 0, ""),
    ],
)
def test_the_answer_to_a_dash_is_kept_and_shown(page, figure, answer, value, state):
    asked = page.fill(figure, cell="－").press()

    after = asked.fill(figure, answer=answer, reason="理由").press()

    row = stored(figure)
    assert (row.value, row.value_state, row.raw) == (value, state, "－")
    assert after.values[f"i{figure.pk}-answer"] == answer
    assert "変わったところは" in after.press().messages


def test_another_answer_replaces_the_first(page, figure):
    asked = page.fill(figure, cell="－").press()
    after = asked.fill(figure, answer="該当なし").press()

    after.fill(figure, answer="0").press()

    assert stored(figure).value == 0


def test_a_value_ten_times_last_years_is_confirmed_and_explained(
    page_of, clerk, figure
):
    an_observation(target=figure.target, fiscal_year=2024, value=931)
    page = page_of(clerk)

    asked = page.fill(figure, cell="9310").press("submit")

    assert stored(figure).state == "draft"
    assert any("けた数を確かめてください" in text for text in asked.summary)
    assert any("理由を入力してください" in text for text in asked.summary)

    asked.fill(figure, confirmed=True, reason="大会があった。").press("submit")

    row = stored(figure)
    assert (row.state, row.value) == ("submitted", Decimal(9310))
    reasons = row.history.values_list("history_change_reason", flat=True)
    assert any((text or "").startswith("確かめた：前年度") for text in reasons)


def test_a_confirmation_is_remembered_for_this_cell_alone(page_of, clerk, figure):
    an_observation(target=figure.target, fiscal_year=2024, value=931)
    page = page_of(clerk)

    after = page.fill(figure, cell="9310", confirmed=True).press()
    assert after.control(figure, "confirmed").has_attr("checked")

    other = after.fill(figure, cell="93100", confirmed=False).press()
    assert not other.control(figure, "confirmed").has_attr("checked")


def test_another_unit_is_asked_about(page, figure):
    after = page.fill(figure, cell="960世帯").press("submit")

    assert stored(figure).state == "draft"
    assert any("単位が「世帯」です" in text for text in after.summary)


@pytest.mark.parametrize(
    ("cell", "state", "word"),
    [
        ("940", "", "やや遅れ"),
        ("920", "", "遅れ"),
        ("880", "", "後退"),
        ("", "not_implemented", "未実施"),
        ("廃止", "", "事業終了"),
    ],
)
def test_a_verdict_that_readers_ask_about_needs_a_reason(
    page, figure, cell, state, word
):
    after = page.fill(figure, cell=cell, state=state).press("submit")

    assert stored(figure).state == "draft"
    assert any(word in text and "理由を入力" in text for text in after.summary)
    assert (
        "必須" in after.row(figure).find("label", attrs={"for": _reason(figure)}).text
    )

    after.fill(figure, reason="理由を書いた。").press("submit")
    assert stored(figure).state == "submitted"


def _reason(item):
    return f"id_i{item.pk}-reason"


def test_a_unit_that_changed_is_not_compared(page_of, clerk, department, round_):
    target = a_target(baseline_unit="人／年", goal_unit="回／年", unit_confirmed=False)
    item = an_item(round_, target=target, department=department)

    page = page_of(clerk).fill(item, cell="90000").press("submit")

    assert "目標（" not in " ".join(page.summary)


def test_last_years_value_in_another_unit_is_not_compared(page_of, clerk, figure):
    an_observation(target=figure.target, fiscal_year=2024, value=931)
    a_revision(target=figure.target, effective_from_fy=2025, goal_unit="回／年")

    page = page_of(clerk).fill(figure, cell="93100").press("submit")

    assert "前年度（931" not in " ".join(page.summary)
