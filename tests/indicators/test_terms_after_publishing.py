"""What was published keeps the terms it was judged by, whatever is changed later."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from indicators.models import GoalRevision, Milestone, Observation
from tests.factories import a_target, an_initiative
from tests.indicators.published import publish_value, stop_the_clock, text_of

pytestmark = pytest.mark.django_db

WHY = "原典の書き写しの誤りを直しました。"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def target():
    """904 to 1,100人／年, and 940 published for 令和7年度."""
    target = a_target(measure_type="flow")
    publish_value(target, 2025, "940")
    target.refresh_from_db()
    return target


def change(target, reason="", **values):
    for name, value in values.items():
        setattr(target, name, value)
    target.history_reason = reason
    target.full_clean()
    target.save()


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"baseline_value": Decimal(100)}, "基準値"),
        ({"goal_value": Decimal(2000)}, "目標値"),
        ({"goal_unit": "世帯"}, "目標値の単位"),
        ({"decimals": 1}, "小数点以下の桁数"),
        ({"direction": "decrease"}, "めざす向き"),
        ({"baseline_fiscal_year": 2022}, "基準年度"),
    ],
    ids=lambda value: str(value),
)
def test_a_change_of_the_terms_needs_a_reason_once_a_value_is_public(
    target, values, name
):
    with pytest.raises(ValidationError, match=f"{name}を変えるには理由が必要です"):
        change(target, **values)


def test_before_anything_is_public_no_reason_is_asked():
    target = a_target()

    change(target, baseline_value=Decimal(100))

    assert not target.last_published_year()


def test_texts_are_changed_without_a_reason(target):
    change(target, name="新しい名称", scope_note="市全体")

    target.refresh_from_db()
    assert target.name == "新しい名称"


def test_the_page_keeps_the_published_sentence_with_its_own_figures(target, client):
    change(
        target,
        WHY,
        baseline_value=Decimal(100),
        baseline_unit="世帯",
        goal_value=Decimal(2000),
        goal_unit="世帯",
    )

    text = text_of(client, target.get_absolute_url())

    assert "令和7年度の目安960人に対し実績940人（20人下回る）" in text
    assert "940人／年" in text
    assert "940世帯" not in text
    assert "直したあとの基準値（令和5年度）100世帯" in "".join(text.split())
    assert "直したあとの目標値（令和12年度）2,000世帯" in "".join(text.split())
    assert WHY in text
    assert "目標値の変更はありません" not in text


def test_clearing_the_baseline_leaves_the_page_readable(target, client):
    change(target, WHY, baseline_value=None, baseline_fiscal_year=None)

    text = text_of(client, target.get_absolute_url())

    assert "令和7年度の目安960人に対し実績940人" in text


def test_a_published_value_stays_with_its_year_and_target(target):
    value = Observation.objects.get(target=target)

    value.fiscal_year = 2024
    with pytest.raises(ValidationError, match="年度は変えられません"):
        value.full_clean()
    value.fiscal_year, value.target = 2025, a_target()
    with pytest.raises(ValidationError, match="年度は変えられません"):
        value.full_clean()


def test_a_target_with_a_published_value_stays_in_its_plan(target):
    initiative = an_initiative()
    target.plan, target.initiative = initiative.plan, initiative

    with pytest.raises(ValidationError, match="別の計画へは移せません"):
        target.full_clean()


def test_a_value_of_a_year_to_come_is_refused():
    value = Observation(target=a_target(), fiscal_year=2027, value=Decimal(1))

    with pytest.raises(ValidationError, match="令和9年度はまだ始まっていません"):
        value.full_clean()


def test_a_revision_starts_after_the_years_that_are_public(target):
    revision = a_revision(target, effective_from_fy=2025)

    with pytest.raises(ValidationError, match="そのあとの年度から"):
        revision.full_clean()


def test_a_revision_that_judged_a_public_year_stays_as_it_is(monkeypatch):
    target = a_target()
    revision = a_revision(target, effective_from_fy=2025)
    revision.full_clean()
    revision.save()
    publish_value(target, 2025, "940")

    revision.goal_value = Decimal(9999)
    with pytest.raises(ValidationError, match="公表されているため、変えられません"):
        revision.full_clean()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"effective_from_fy": 2031}, "目標年度かその前の年度から"),
        ({"goal_fiscal_year": 2027}, "令和9年度の中間の目標が"),
    ],
    ids=["after its own goal", "before an interim goal"],
)
def test_a_revision_keeps_the_years_in_order(target, values, sentence):
    Milestone.objects.create(target=target, fiscal_year=2027, value=Decimal(1000))

    with pytest.raises(ValidationError, match=sentence):
        a_revision(target, **values).full_clean()


def a_revision(target, **values):
    defaults = {
        "effective_from_fy": 2026,
        "decided_on": "2026-04-01",
        "reason": "中間見直し",
        "goal_value": Decimal(1300),
        "goal_unit": "人／年",
    }
    return GoalRevision(target=target, **{**defaults, **values})
