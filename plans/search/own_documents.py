"""The documents of the records of this app."""

from collections.abc import Iterator

from django.urls import reverse

from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    Measure,
    Plan,
    Publisher,
    Section,
    SourceNote,
)
from plans.presenters import (
    note_anchor,
    period_text,
    plan_name,
    policy_label,
    publisher_text,
    term_anchor,
)
from plans.search.documents import (
    Document,
    context_of,
    joined,
    place_of,
    register_documents,
    with_easy_summary,
)
from plans.search.freshness import watch


def plan_documents(plan: Plan) -> Iterator[Document]:
    yield Document(
        kind="plan",
        code="plan",
        place=0,
        url=plan.get_absolute_url(),
        title=plan_name(plan),
        context="",
        text=joined(plan.area_name, publisher_text(plan), period_text(plan)),
    )


def policy_documents(plan: Plan) -> Iterator[Document]:
    for row in BasicPolicy.objects.filter(plan=plan).order_by().values():
        yield Document(
            kind="policy",
            code=row["code"],
            place=place_of(row["position"]),
            url=reverse("policy-detail", args=[plan.slug, row["code"]]),
            title=row["title"],
            context=policy_label(row["label"], row["code"], plan),
            text=with_easy_summary(row["overview"], row["easy_summary"]),
            names=(row["label"], f"{plan.level1_label}{row['code']}"),
        )


def measure_documents(plan: Plan) -> Iterator[Document]:
    rows = Measure.objects.filter(plan=plan).order_by()
    for row in rows.values(*_OWN, "description", "outcome", "easy_summary", *_POLICY):
        policy = policy_of(row, plan)
        yield Document(
            kind="measure",
            code=row["code"],
            place=place_of(row["policy__position"], row["position"]),
            url=reverse("measure-detail", args=[plan.slug, row["code"]]),
            title=row["title"],
            context=context_of(policy, row["label"]),
            text=with_easy_summary(
                joined(row["description"], row["outcome"]), row["easy_summary"]
            ),
            names=(
                row["label"],
                f"{policy}{row['label']}",
                *code_names(plan.level2_label, row["code"]),
            ),
        )


_OWN = ("code", "position", "label", "title")
_POLICY = ("policy__code", "policy__label", "policy__position")


def code_names(word: str, code: str) -> tuple[str, str]:
    """基本施策2-1 and 2-1, as people call a record by its number."""
    return f"{word}{code}", code


def policy_of(row: dict, plan: Plan, path: str = "policy") -> str:
    """The label of the policy that a row of values names by a path."""
    return policy_label(row[f"{path}__label"], row[f"{path}__code"], plan)


def measure_of(row: dict, path: str = "measure") -> str:
    """How a measure is called where the policy above it is named as well."""
    return row[f"{path}__label"] or row[f"{path}__title"]


# What `policy_of` and `measure_of` read of a record below a measure.
MEASURE_COLUMNS = (
    "measure__code",
    "measure__label",
    "measure__title",
    "measure__position",
    "measure__policy__code",
    "measure__policy__label",
    "measure__policy__position",
)


def section_documents(plan: Plan) -> Iterator[Document]:
    rows = Section.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "heading", "body")
    for row in rows.values(*columns, *_POLICY, *MEASURE_COLUMNS):
        home, context, above = _home_of(row, plan)
        yield Document(
            kind="section",
            code=row["code"],
            place=place_of(*above, row["position"]),
            url=f"{home}#section-{row['code']}",
            title=row["heading"],
            context=context,
            text=row["body"],
        )


def _home_of(row, plan):
    """The page of a section, the words for it, and the positions above the section."""
    if row["policy__code"]:
        home = reverse("policy-detail", args=[plan.slug, row["policy__code"]])
        return home, policy_of(row, plan), (row["policy__position"], 0)
    if row["measure__code"]:
        home = reverse("measure-detail", args=[plan.slug, row["measure__code"]])
        policy = policy_of(row, plan, "measure__policy")
        above = (row["measure__policy__position"], row["measure__position"])
        return home, context_of(policy, measure_of(row)), above
    return plan.get_absolute_url(), "", (0, 0)


def term_documents(plan: Plan) -> Iterator[Document]:
    home = reverse("plan-glossary", args=[plan.slug])
    for row in GlossaryTerm.objects.filter(plan=plan).order_by().values():
        yield Document(
            kind="term",
            code=row["code"],
            place=place_of(row["position"]),
            url=f"{home}#{term_anchor(plan, row['code'])}",
            title=row["term"],
            context="",
            text=joined(row["reading"], row["definition"]),
        )


def note_documents(plan: Plan) -> Iterator[Document]:
    home = reverse("source-notes", args=[plan.slug])
    for row in SourceNote.objects.filter(plan=plan).order_by().values():
        yield Document(
            kind="note",
            code=row["code"],
            place=place_of(row["position"]),
            url=f"{home}#{note_anchor(row['code'])}",
            title=SourceNote.Category(row["category"]).label,
            context="",
            text=joined(row["printed"], row["shown"], row["reason"]),
        )


def window_documents(plan: Plan) -> Iterator[Document]:
    rows = ConsultationWindow.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "name", "about", "contact")
    for row in rows.values(*columns, *MEASURE_COLUMNS):
        context = ""
        if row["measure__code"]:
            context = context_of(
                policy_of(row, plan, "measure__policy"), measure_of(row)
            )
        yield Document(
            kind="window",
            code=row["code"],
            place=place_of(row["position"]),
            url=ConsultationWindow(plan=plan, code=row["code"]).get_absolute_url(),
            title=row["name"],
            context=context,
            text=joined(row["about"], row["contact"]),
        )


def register() -> None:
    for documents in (
        plan_documents,
        policy_documents,
        measure_documents,
        section_documents,
        term_documents,
        note_documents,
        window_documents,
    ):
        register_documents(documents)
    watch(Publisher, plans_of=_plans_of_publisher)
    watch(Plan, plans_of=lambda plan: [plan.pk])
    watch(
        BasicPolicy,
        Measure,
        Section,
        GlossaryTerm,
        SourceNote,
        ConsultationWindow,
    )


def _plans_of_publisher(publisher):
    return Plan.objects.filter(publisher=publisher).values_list("pk", flat=True)
