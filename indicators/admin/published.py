"""What was published of a value, in words: to be read, never changed."""

from django.contrib import admin

from indicators.figures import figure_text
from indicators.judgement_labels import LABELS
from indicators.models import PublishedValue, Target
from indicators.progress_values import Status
from indicators.stored_terms import stored_terms
from plans.admin.housekeeping import ReadOnlyAdmin
from plans.admin.named_values import NamedValuesFilter
from plans.admin.people import person_column
from plans.fiscal_year import era_text, label_text


class StatusFilter(NamedValuesFilter):
    """All judgements, best first, whether any value has them or not."""

    def values_of(self, model, name):
        return list(LABELS)

    def named(self, value):
        return LABELS[Status(value)].word


@admin.register(PublishedValue)
class PublishedValueAdmin(ReadOnlyAdmin):
    list_display = (
        "target_code",
        "target_name",
        "year",
        "revision",
        "shown_value",
        "judged",
        "published_at",
        "correction_reason",
    )
    list_display_links = ("target_code", "target_name")
    list_select_related = ("observation__target__plan",)
    list_filter = (
        "observation__fiscal_year",
        ("status", StatusFilter),
        "observation__target__plan",
    )
    search_fields = ("observation__target__code", "observation__target__name")
    fields = (
        "observation",
        "revision",
        "shown_value",
        ("provisional", "break_in_series"),
        "note",
        "reason",
        "judged",
        "sentence",
        "expected_text",
        "progress_text",
        "judged_by",
        person_column("approved_by", "承認した人"),
        person_column("published_by", "公開した人"),
        "published_at",
        "is_correction",
        "correction_reason",
        "rule_version",
    )

    @admin.display(description="コード", ordering="observation__target__position")
    def target_code(self, obj):
        return obj.observation.target.code

    @admin.display(description="取組目標", ordering="observation__target__name")
    def target_name(self, obj):
        return obj.observation.target.title

    @admin.display(description="年度", ordering="observation__fiscal_year")
    def year(self, obj):
        return label_text(obj.observation.fiscal_year)

    @admin.display(description="公表した値", ordering="value")
    def shown_value(self, obj):
        if obj.value is None:
            return obj.get_value_state_display() or "―"
        target = obj.observation.target
        if not obj.terms:
            return figure_text(obj.value, target.decimals, target.goal_unit)
        terms = stored_terms(obj.terms)
        unit = terms.unit_in(obj.observation.fiscal_year)
        return figure_text(obj.value, terms.decimals, unit)

    @admin.display(description="判定", ordering="status")
    def judged(self, obj):
        return LABELS[Status(obj.status)].word

    @admin.display(description="判定したときの基準値と目標値")
    def judged_by(self, obj):
        return terms_text(stored_terms(obj.terms)) if obj.terms else "―"


def terms_text(terms) -> str:
    """基準値39メニュー（令和5年度）、目標値51メニュー（令和12年度）"""
    goal = terms.goals[0]
    baseline = _figure(
        terms.baseline, terms.decimals, terms.baseline_unit, terms.baseline_year
    )
    aim = goal.text or _figure(goal.value, terms.decimals, goal.unit, goal.year)
    if goal.state == Target.GoalState.UNDECIDED:
        aim = "未定"
    return f"基準値：{baseline}、目標値：{aim}"


def _figure(value, decimals, unit, year):
    if value is None:
        return "原典に記載なし"
    when = f"（{era_text(year)}）" if year else ""
    return f"{figure_text(value, decimals, unit)}{when}"
