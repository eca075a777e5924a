"""The texts of a plan's dashboard in one query, and its targets at their places."""

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Coalesce

from indicators.dashboards.reviews import review_part
from indicators.dashboards.standing import Period, Standing, standing_of
from indicators.dashboards.surveys import survey_parts
from indicators.following import FollowedTarget, settings_of
from indicators.models import Target
from initiatives.models import Department, Initiative
from plans.models import BasicPolicy, Measure, Plan
from plans.page_words import site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
from plans.presenters import policy_label


def read_parts(plan: Plan) -> dict[str, list[dict]]:
    """The plan's levels, who is in charge, what was said yearly, the survey."""
    parts = by_kind(_parts(plan=plan.pk))
    for row in parts["policy"]:
        row["label"] = policy_label(row["label"], row["code"], plan)
    return parts


@prepared
def _parts(plan: int):
    return union_of(
        site_part(),
        *_levels(plan),
        *_in_charge(plan),
        review_part([plan]),
        *survey_parts(plan),
    )


def _levels(plan):
    return (
        part(
            "policy",
            BasicPolicy.objects.filter(plan=plan),
            id="id",
            label="label",
            title="title",
        ),
        part(
            "measure",
            Measure.objects.filter(plan=plan),
            below=("policy__position",),
            id="id",
            policy_id="policy_id",
            label="label",
            title="title",
        ),
        part(
            "initiative",
            Initiative.objects.filter(plan=plan),
            below=("measure__policy__position", "measure__position"),
            id="id",
            measure_id="measure_id",
            label="label",
            title="title",
            department="department__code",
        ),
    )


def _in_charge(plan):
    """The departments of the plan's parts, and which of them each target has.

    A target without one of its own has that of its initiative.
    """
    # One list of keys: told by an OR of two, PostgreSQL reads the departments of all.
    departments = _departments_of(Initiative, plan).union(_departments_of(Target, plan))
    of_target = Coalesce("department__code", "initiative__department__code")
    return (
        part(
            "in_charge",
            Target.objects.filter(plan=plan).exclude(
                department=None, initiative__department=None
            ),
            id="id",
            department=of_target,
        ),
        part(
            "department",
            Department.objects.filter(pk__in=departments).annotate(
                position=Value(0, output_field=IntegerField())
            ),
            name="name",
            until="valid_to_fy",
            successor=F("successor__name"),
        ),
    )


def _departments_of(model, plan):
    rows = model.objects.filter(plan=plan, department__isnull=False).order_by()
    return rows.values("department")


def standings_of(
    plan: Plan, targets: list[FollowedTarget], parts: dict, period: Period
) -> list[Standing]:
    """Every target at its place, in the order of the plan's levels."""
    settings = settings_of(plan)
    policy_of_measure, policy_of_initiative, order = _places(parts)
    in_charge = {row["id"]: row["department"] for row in parts["in_charge"]}
    placed = []
    for target in targets:
        initiative, measure = (
            target.values["initiative_id"],
            target.values["measure_id"],
        )
        policy = policy_of_initiative.get(initiative) or policy_of_measure[measure]
        department = in_charge.get(target.values["id"], "")
        standing = standing_of(
            target, period, settings, policy=policy, department=department
        )
        placed.append((order[initiative, measure], standing))
    return [standing for _, standing in sorted(placed, key=lambda pair: pair[0])]


def _places(parts):
    """The policy's code of each measure and initiative, and the order of parents."""
    codes = {row["id"]: row["code"] for row in parts["policy"]}
    rank = {row["id"]: number for number, row in enumerate(parts["policy"])}
    measures, initiatives, order = {}, {}, {}
    position = {}
    for number, row in enumerate(parts["measure"]):
        measures[row["id"]] = codes[row["policy_id"]]
        position[row["id"]] = (rank[row["policy_id"]], number)
        order[None, row["id"]] = (*position[row["id"]], -1)
    for number, row in enumerate(parts["initiative"]):
        initiatives[row["id"]] = measures[row["measure_id"]]
        order[row["id"], None] = (*position[row["measure_id"]], number)
    return measures, initiatives, order
