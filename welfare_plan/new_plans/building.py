"""Stores the records of a new plan, or says what the models refuse of each.

`problems` tries it and takes all of it back; `build` is the same, for good.
"""

from itertools import count

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, Department, Initiative
from plans.models import BasicPolicy, Measure, Plan, Publisher, SourceDocument
from plans.publishing import publishing
from plans.tables import same_word
from welfare_plan.new_plans.reading import Problem, heading_of
from welfare_plan.new_plans.sheets import (
    INITIATIVE,
    MEASURE,
    POLICY,
    SURVEY,
    TARGET,
)

_MODELS = {
    POLICY: BasicPolicy,
    MEASURE: Measure,
    INITIATIVE: Initiative,
    TARGET: Target,
    SURVEY: SurveyIndicator,
}
_RELATIONS = {POLICY: "policy", MEASURE: "measure", INITIATIVE: "initiative"}
# A unit is one column, whichever of the two figures lacks it.
_COLUMN_OF = {"baseline_unit": "unit"}


class Refused(Exception):
    """The models refuse records; `errors` says which, in sentences."""

    def __init__(self, errors):
        super().__init__("\n".join(errors))
        self.errors = errors


def problems(content: dict) -> list[str]:
    """What the models say against the records; nothing is stored."""
    try:
        with transaction.atomic():
            _Build(content, "").run()
            transaction.set_rollback(True)
    except Refused as refused:
        return refused.errors
    return []


def build(content: dict, *, reason: str) -> Plan:
    """The plan as a draft, with all its records. Raises Refused, having stored none."""
    with publishing() as scopes:
        plan = _Build(content, reason).run()
        scopes.update(plan.publishing_scopes())
        scopes.update(plan.publisher.publishing_scopes())
    return plan


class _Build:
    """`made` leads from (sheet, code) to the record that was stored for it."""

    def __init__(self, content, reason):
        self.records, self.reason = content["records"], reason
        self.made, self.errors, self.departments = {}, [], {}

    def run(self):
        first, *others = self.records
        self.plan = self._plan(first)
        if self.plan is not None:
            known = Department.objects.filter(publisher=self.plan.publisher)
            self.departments = {same_word(each.name): each for each in known}
            for record in others:
                self._part(record)
        if self.errors:
            raise Refused(self.errors)
        return self.plan

    def _plan(self, record):
        fields = dict(record["fields"])
        publisher = self._publisher(record, fields)
        slug = fields.setdefault("slug", free_slug(fields))
        source = self._source(record, slug, fields)
        if publisher is None or source is None:
            return None
        last = Plan.objects.order_by("-position").first()
        place = min((last.position if last else 0) + 1, 9_999)
        own = Plan(
            publisher=publisher, source_document=source, position=place, **fields
        )
        return self._save(record, own)

    def _source(self, record, slug, fields):
        title, said = fields.get("title", ""), fields.pop("source", "")
        # An address that cannot be is refused where it stands, with the plan.
        start = slugify(slug)[:45] or "plan"
        code = _free(start, SourceDocument.objects.values_list("code"))
        own = {"code": code, "title": title}
        described = said or f"{title}の計画書"
        return self._save(record, SourceDocument(description=described, **own))

    def _publisher(self, record, fields):
        name = fields.pop("publisher", "")
        kind = fields.pop("publisher_kind", "")
        code = fields.pop("municipality_code", "")
        for known in Publisher.objects.filter(name=name):
            return known
        if name and not kind:
            said = f"「{name}」は登録されていません。新しく登録する種類を選ぶか、"
            said += "登録されている名称を書いてください。"
            self._problem(record, "publisher_kind", said)
            return None
        start = f"publisher-{code}" if code else "publisher"
        slug = _free(start, Publisher.objects.values_list("slug"))
        values = {"slug": slug, "name": name, "kind": kind, "municipality_code": code}
        return self._save(record, Publisher(**values))

    def _part(self, record):
        fields, sheet = dict(record["fields"]), record["sheet"]
        if sheet != POLICY:
            name, code = record["parent"] or ("", "")
            parent = self.made.get((name, code))
            if parent is None:
                # What is wrong is said of the parent, or of the cell that names it.
                return
            fields[_RELATIONS[name]] = parent
        if "department" in fields:
            fields["department"] = self._department(record, fields["department"])
        activities = fields.pop("activities", "")
        made = self._save(record, _MODELS[sheet](plan=self.plan, **fields))
        if made is None:
            return
        self.made[sheet, made.code] = made
        lines = filter(None, map(str.strip, activities.split("\n")))
        for number, line in enumerate(lines, start=1):
            code = f"{made.code}-{number}"
            own = {"plan": self.plan, "initiative": made, "code": code}
            self._save(record, Activity(position=number, text=line, **own))

    def _department(self, record, name):
        key = same_word(name)
        if key not in self.departments:
            codes = Department.objects.filter(publisher=self.plan.publisher)
            code = _free("d-1", codes.values_list("code"), cut="1")
            own = Department(publisher=self.plan.publisher, code=code, name=name)
            self.departments[key] = self._save(record, own)
        return self.departments[key]

    def _save(self, record, instance):
        """The instance as stored; None where the model refuses it."""
        instance.history_reason = self.reason
        try:
            instance.full_clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                for message in messages:
                    self._problem(record, name, message)
            return None
        instance.save()
        return instance

    def _problem(self, record, name, said):
        sheet = record["sheet"]
        heading = heading_of(sheet, _COLUMN_OF.get(name, name))
        self.errors.append(Problem(sheet, record["row"], heading, said).sentence)


def _free(start, taken, cut=""):
    """`start`, or the first of start-2, start-3, … that nothing has yet."""
    taken = {text for (text,) in taken}
    if start not in taken:
        return start
    stem = start.removesuffix(cut) if cut else f"{start}-"
    return next(text for n in count(2) if (text := f"{stem}{n}") not in taken)


def free_slug(fields: dict) -> str:
    """An address for a plan that was given none: plan-2027."""
    start = f"plan-{fields.get('period_start_fy', 'new')}"
    return _free(start, Plan.objects.values_list("slug"))
