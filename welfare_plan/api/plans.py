"""計画 of the API: one by its address, and its whole tree."""

from collections import defaultdict

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure
from plans.parts import fetch_parts, part
from welfare_plan.api.records import record_of
from welfare_plan.open_data.columns import page_url, part_id, read
from welfare_plan.open_data.schema import TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope

PLANS = TABLES_BY_NAME["plans"]
LABELS = (
    "plan_id",
    "plan_name",
    "is_working_title",
    "level1_label",
    "level2_label",
    "level3_label",
    "target_label",
    "sample",
    "page_url",
)


def plan(asked) -> dict:
    (row,) = read(_rows(asked), PLANS.columns)
    return record_of(PLANS.fields, row)


def _rows(asked):
    return PLANS.stored(Scope()).filter(slug=asked.path_values["plan_id"])


def tree(asked) -> dict:
    """What stands below what, in the order of the plan; two queries."""
    record = plan(asked)
    return {
        **{name: record[name] for name in LABELS},
        "policies": _Tree(asked.path_values["plan_id"]).policies(),
    }


class _Tree:
    def __init__(self, slug: str):
        self.slug = slug
        self.below = defaultdict(list)
        for kind, rows in fetch_parts(*_parts(slug)).items():
            for row in rows:
                self.below[kind, row.get("above")].append(row)

    def policies(self):
        return [
            {
                **self._node(row, "policy"),
                "measures": [
                    self._measure(each) for each in self.below["measure", row["id"]]
                ],
                "survey_indicators": self._leaves("survey", row["id"]),
            }
            for row in self.below["policy", None]
        ]

    def _measure(self, row):
        initiatives = self.below["initiative", row["id"]]
        return {
            **self._node(row, "measure"),
            "initiatives": [self._initiative(each) for each in initiatives],
            "targets": self._leaves("of_measure", row["id"]),
        }

    def _initiative(self, row):
        targets = self._leaves("of_initiative", row["id"])
        return {**self._node(row, "initiative"), "targets": targets}

    def _leaves(self, kind, above):
        word, page = _LEAVES[kind]
        return [
            {
                f"{word}_id": part_id(self.slug, row["code"]),
                f"{word}_code": row["code"],
                "title": row["title"] or row["goal_text"],
                "page_url": page_url(page, self.slug, row["code"]),
            }
            for row in self.below[kind, above]
        ]

    def _node(self, row, word):
        return {
            f"{word}_id": part_id(self.slug, row["code"]),
            f"{word}_code": row["code"],
            "label": row["label"] or None,
            "title": row["title"],
            "page_url": page_url(f"{word}-detail", self.slug, row["code"]),
        }


_LEAVES = {
    "survey": ("survey_indicator", "survey-detail"),
    "of_measure": ("target", "target-detail"),
    "of_initiative": ("target", "target-detail"),
}


def _parts(slug):
    targets = Target.objects.public().filter(plan__slug=slug)
    goal = {"title": "name", "goal_text": "goal_text"}
    return (
        _level("policy", BasicPolicy, slug),
        _level("measure", Measure, slug, above="policy_id"),
        _level("initiative", Initiative, slug, above="measure_id"),
        part(
            "survey",
            SurveyIndicator.objects.public().filter(plan__slug=slug),
            above="policy_id",
            title="question",
        ),
        part(
            "of_measure",
            targets.filter(initiative=None),
            above="measure_id",
            **goal,
        ),
        part(
            "of_initiative",
            targets.exclude(initiative=None),
            above="initiative_id",
            **goal,
        ),
    )


def _level(kind, model, slug, **above):
    rows = model.objects.public().filter(plan__slug=slug)
    return part(kind, rows, id="id", label="label", title="title", **above)
