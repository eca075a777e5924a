"""Writes a plan and its related plans out as a plan file, in reading order."""

from collections import defaultdict

import yaml
from django.db.models import Q

from indicators.models import SurveyIndicator, Target
from initiatives.models import (
    Activity,
    CocreationAction,
    Department,
    Initiative,
    Voice,
)
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    Measure,
    Plan,
    Section,
    SourceNote,
)
from welfare_plan.plan_files.record_fields import NaturalKeys, record_fields

HEADER = """\
# 計画ファイル。読み方は fixtures/README.md にあります。
# 「- model:」から次の「- model:」までが1つの記録です。書かれていない項目は空欄です。
"""


class _Dumper(yaml.SafeDumper):
    """Readable YAML: blocks for text with line breaks, keys on one line."""

    def ignore_aliases(self, data):
        return True


def _text(dumper, text):
    """Blocks for lines; quotes where a character is a line break to YAML alone."""
    style = "|" if "\n" in text else None
    if any(char in text for char in "\x85\u2028\u2029"):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    list,
    lambda dumper, items: dumper.represent_sequence(
        "tag:yaml.org,2002:seq",
        items,
        flow_style=all(isinstance(item, str) for item in items),
    ),
)


def export_plan(plan: Plan) -> str:
    """The plan file of a plan, of the plans whose parent it is, and what they need."""
    plans = [plan, *plan.related_plans.order_by("position", "slug")]
    instances = [*_shared(plans)]
    for each in plans:
        instances += [each, *_Parts(each).in_reading_order()]
    key_of = NaturalKeys()
    return HEADER + "".join("\n" + _as_yaml(instance, key_of) for instance in instances)


def _as_yaml(instance, key_of) -> str:
    record = {
        "model": instance._meta.label_lower,
        "fields": record_fields(instance, key_of),
    }
    return yaml.dump(
        [record], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6
    )


def _shared(plans):
    """Publishers, departments and source documents, each once, in order of use."""
    publishers = {plan.publisher for plan in plans if plan.publisher_id}
    departments = _successors_first(
        Department.objects.filter(
            Q(initiatives__plan__in=plans) | Q(targets__plan__in=plans)
        ).distinct()
    )
    publishers |= {department.publisher for department in departments}
    yield from sorted(publishers, key=lambda publisher: publisher.slug)
    yield from departments
    documents = {plan.source_document for plan in plans}
    yield from sorted(documents, key=lambda document: document.code)


def _successors_first(departments):
    """Departments and those that took over from them, each after its successor."""
    ordered, met = [], set()

    def add(department):
        if department.pk in met:
            return
        met.add(department.pk)
        if department.successor_id:
            add(department.successor)
        ordered.append(department)

    for department in departments:
        add(department)
    return ordered


class _Parts:
    """The parts of one plan, fetched model by model and grouped by their parent."""

    def __init__(self, plan):
        self.plan = plan
        self.sections = self._grouped(Section, "policy", "measure")
        self.surveys = self._grouped(SurveyIndicator, "policy")
        self.measures = self._grouped(Measure, "policy")
        self.targets = self._grouped(Target, "initiative", "measure")
        self.initiatives = self._grouped(Initiative, "measure")
        self.activities = self._grouped(Activity, "initiative")
        self.actions = self._grouped(CocreationAction, "measure")
        self.voices = self._grouped(Voice, "measure")
        self.windows = self._grouped(ConsultationWindow, "measure")

    def _rows(self, model):
        return model.objects.filter(plan=self.plan).order_by("position", "code")

    def _grouped(self, model, *parents):
        groups = defaultdict(list)
        for row in self._rows(model):
            groups[tuple(getattr(row, f"{name}_id") for name in parents)].append(row)
        return groups

    def in_reading_order(self):
        yield from self.sections[None, None]
        yield from self._rows(GlossaryTerm)
        yield from self.windows[None,]
        for policy in self._rows(BasicPolicy):
            yield policy
            yield from self.sections[policy.pk, None]
            yield from self.surveys[policy.pk,]
            for measure in self.measures[policy.pk,]:
                yield measure
                yield from self.sections[None, measure.pk]
                yield from self._below(measure)
        yield from self._rows(SourceNote)

    def _below(self, measure):
        yield from self.targets[None, measure.pk]
        for initiative in self.initiatives[measure.pk,]:
            yield initiative
            yield from self.activities[initiative.pk,]
            yield from self.targets[initiative.pk, None]
        yield from self.actions[measure.pk,]
        yield from self.voices[measure.pk,]
        yield from self.windows[measure.pk,]
