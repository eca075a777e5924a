"""The documents by which the search finds initiatives and what stands with them."""

from collections.abc import Iterator

from django.urls import reverse

from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.models import Plan
from plans.search.documents import (
    Document,
    context_of,
    joined,
    place_of,
    register_documents,
    with_easy_summary,
)
from plans.search.freshness import watch
from plans.search.own_documents import (
    MEASURE_COLUMNS,
    code_names,
    measure_of,
    policy_of,
)

_BELOW = tuple(f"initiative__{name}" for name in MEASURE_COLUMNS)


def initiative_documents(plan: Plan) -> Iterator[Document]:
    rows = Initiative.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "label", "title", "description", "easy_summary")
    for row in rows.values(*columns, *MEASURE_COLUMNS):
        yield Document(
            kind="initiative",
            code=row["code"],
            place=place_of(*_measure_place(row), row["position"]),
            url=reverse("initiative-detail", args=[plan.slug, row["code"]]),
            title=row["title"],
            context=context_of(measure_context(row, plan), row["label"]),
            text=with_easy_summary(row["description"], row["easy_summary"]),
            names=code_names(plan.level3_label, row["code"]),
        )


def activity_documents(plan: Plan) -> Iterator[Document]:
    rows = Activity.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "text", "initiative__code", "initiative__title")
    for row in rows.values(*columns, "initiative__position", *_BELOW):
        above = (*_measure_place(row, "initiative__"), row["initiative__position"])
        home = reverse("initiative-detail", args=[plan.slug, row["initiative__code"]])
        yield Document(
            kind="activity",
            code=row["code"],
            place=place_of(*above, row["position"]),
            url=f"{home}#activity--{row['code']}",
            title=row["text"],
            context=context_of(
                measure_context(row, plan, "initiative__"), row["initiative__title"]
            ),
            text="",
        )


def action_documents(plan: Plan) -> Iterator[Document]:
    rows = CocreationAction.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "actor", "heading", "feeling_change")
    for row in rows.values(*columns, "behaviour_change", "appeal", *MEASURE_COLUMNS):
        home = reverse("measure-detail", args=[plan.slug, row["measure__code"]])
        is_table = row["feeling_change"] or row["behaviour_change"]
        actor = CocreationAction.Actor(row["actor"]).label
        yield Document(
            kind="action",
            code=row["code"],
            place=place_of(*_measure_place(row), row["position"]),
            url=f"{home}#h-actions" if is_table else f"{home}#appeal--{row['code']}",
            title=row["heading"] or f"{actor}の気持ちと行動の変化",
            context=measure_context(row, plan, title=True),
            text=joined(row["appeal"], row["behaviour_change"], row["feeling_change"]),
        )


def voice_documents(plan: Plan) -> Iterator[Document]:
    rows = Voice.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "role", "quotation")
    for row in rows.values(*columns, *MEASURE_COLUMNS):
        home = reverse("measure-detail", args=[plan.slug, row["measure__code"]])
        yield Document(
            kind="voice",
            code=row["code"],
            place=place_of(*_measure_place(row), row["position"]),
            url=f"{home}#h-voices",
            title=row["role"],
            context=measure_context(row, plan, title=True),
            text=row["quotation"],
        )


def measure_context(row: dict, plan: Plan, path: str = "", *, title=False) -> str:
    """基本方針4 › 施策2, with the title of the measure if asked for."""
    policy = policy_of(row, plan, f"{path}measure__policy")
    label = measure_of(row, f"{path}measure")
    name = row[f"{path}measure__title"]
    return context_of(policy, f"{label} {name}" if title and label != name else label)


def _measure_place(row, path=""):
    return row[f"{path}measure__policy__position"], row[f"{path}measure__position"]


def register() -> None:
    for documents in (
        initiative_documents,
        activity_documents,
        action_documents,
        voice_documents,
    ):
        register_documents(documents)
    watch(Initiative, Activity, CocreationAction, Voice)
