"""The next term of a plan: its skeleton as a draft, without what was measured.

Codes stay, so that the same target is found under the same address in both plans.
Not taken: values, goals, baselines, notes, reviews, voices, prose of the plan itself.
"""

from collections.abc import Collection

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, Initiative
from plans.models import BasicPolicy, GlossaryTerm, Measure, Plan, SourceDocument
from plans.publishing import publishing

# What may be left out, with its word on the screen; each needs those before it.
CHOICES = {
    "initiatives": "主な取組",
    "activities": "具体的な取組",
    "targets": "取組目標（基準値と目標値は空にします）",
    "surveys": "評価項目（基準値は空にします）",
    "glossary": "用語",
}
# They tell of the old document, or of what came of the old plan.
_OF_THE_OLD = {"source_heading", "source_page", "actions_heading", "outcome"}
_OF_A_TARGET = {
    "baseline_value": None,
    "baseline_fiscal_year": None,
    "baseline_as_printed": "",
    "goal_state": Target.GoalState.UNDECIDED,
    "goal_value": None,
    "goal_fiscal_year": None,
    "goal_as_printed": "",
    "goal_text": "",
    "unit_confirmed": False,
}
_OF_A_SURVEY = {
    "baseline_value": None,
    "baseline_fiscal_year": None,
    "baseline_as_printed": "",
}
_OF_A_PLAN = (
    "kind",
    "publisher",
    "area_name",
    "level1_label",
    "level2_label",
    "level3_label",
    "activity_label",
    "target_label",
    "position",
)


def next_term(old: Plan, values: dict, *, take: Collection[str]) -> Plan:
    """The draft that follows a plan; `values` are its slug, title and period.

    Raises ValidationError for what the plan itself cannot be.
    """
    with publishing() as scopes:
        plan = _plan(old, values)
        _Copy(old, plan, take).run()
        scopes.update(plan.publishing_scopes())
    return plan


def _plan(old, values):
    kept = {name: getattr(old, name) for name in _OF_A_PLAN}
    plan = Plan(**{**kept, **values}, predecessor=old, state=Plan.State.DRAFT)
    plan.full_clean(exclude=["source_document"])
    plan.source_document = SourceDocument.objects.create(
        code=_free_code(plan.slug),
        title=plan.title,
        description=f"{plan.title}の計画書",
    )
    return _saved(plan, old)


def _free_code(slug):
    taken = set(SourceDocument.objects.values_list("code", flat=True))
    names = (slug, *(f"{slug[:45]}-{number}" for number in range(2, 9_999)))
    return next(name for name in names if name not in taken)


def _saved(record, old):
    record.history_reason = f"「{old}」から写しました。"
    record.save()
    return record


class _Copy:
    """`made` leads from the model and the key of an old record to its copy."""

    def __init__(self, old, new, take):
        self.old, self.new, self.take, self.made = old, new, set(take), {}

    def run(self):
        self._all(BasicPolicy)
        self._all(Measure)
        if "initiatives" in self.take:
            self._all(Initiative)
            if "activities" in self.take:
                self._all(Activity)
        if "targets" in self.take:
            self._all(Target, self._of_target)
        if "surveys" in self.take:
            self._all(SurveyIndicator, lambda row: _OF_A_SURVEY)
        if "glossary" in self.take:
            self._all(GlossaryTerm)

    def _all(self, model, changes=lambda row: {}):
        rows = model.objects.filter(plan=self.old).order_by("position", "code")
        related = {"department"} & {field.name for field in model._meta.fields}
        for row in rows.select_related(*related):
            values = {
                field.name: self._value(field, row)
                for field in model._meta.fields
                if field.name not in {"id", "plan", *_OF_THE_OLD}
            }
            if self._lost_its_parent(row, values):
                continue
            copy = model(plan=self.new, **{**values, **changes(row)})
            self.made[model, row.pk] = _saved(copy, self.old)

    def _value(self, field, row):
        if field.name == "department":
            return _department_now(row.department)
        if field.is_relation:
            key = (field.related_model, getattr(row, field.attname))
            return self.made.get(key)
        return getattr(row, field.name)

    def _lost_its_parent(self, row, values):
        """Whether what it belongs to was not taken."""
        return any(
            getattr(row, f"{name}_id", None) and values.get(name) is None
            for name in ("policy", "measure", "initiative")
        )

    def _of_target(self, row):
        values = {**_OF_A_TARGET, "name": row.title[:300]}
        if row.cumulative_from_fy and self.new.period_start_fy:
            values["cumulative_from_fy"] = self.new.period_start_fy
        return values


def _department_now(department):
    """The department, or the one that took over from it."""
    while department is not None and department.valid_to_fy and department.successor:
        department = department.successor
    return department
