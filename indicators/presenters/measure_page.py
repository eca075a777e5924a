"""The page of one measure: its text, initiatives, co-creation table and voices."""

from collections import defaultdict

from django.db.models import Q

from indicators.following import following
from indicators.models import Target
from indicators.presenters.plan_year import year_of_plan, year_parts
from indicators.presenters.targets import target_rows, with_notes
from indicators.presenters.voices import review_parts, review_texts
from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.addresses import address_of
from plans.models import Measure, Section
from plans.page_words import SITE_TERM, site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
from plans.presenters import (
    crumbs,
    marked_terms,
    note_part,
    notes_about,
    pager,
    part_link,
    plan_heading,
    plan_name,
    policy_label,
    section_part,
    sections_around,
    source_rows,
    term_part,
)
from plans.prose import blocks, lines


def measure_page(measure: Measure, today) -> dict:
    """Three queries beside that of the measure."""
    plan, policy = measure.plan, measure.policy
    parts = by_kind(_parts(plan=plan.pk, measure=measure.pk, code=measure.code))
    year = year_of_plan(parts, plan, today)
    followed = _targets(plan=plan.pk, measure=measure.pk)
    targets = with_notes(target_rows(followed, plan, year, today), parts["note"])
    label = policy_label(policy.label, policy.code, plan)
    notes = parts["note"]
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (label, address_of("policy-detail", plan.slug, policy.code)),
            (measure.label or measure.title, None),
        ),
        "plan": plan_heading(plan),
        "marked_terms": marked_terms(parts, plan),
        SITE_TERM: parts[SITE_TERM],
        "policy": {"label": label, "title": policy.title},
        "label": measure.label,
        "title": measure.title,
        "easy_summary": blocks(measure.easy_summary),
        "description": blocks(measure.description),
        "target_label": plan.target_label,
        "targets": targets,
        "initiative_label": plan.level3_label,
        "initiatives": _initiatives(plan, parts),
        **sections_around(parts),
        "actions_heading": measure.actions_heading,
        "actions": [row for row in map(_action, parts["action"]) if row["changes"]],
        "appeals": [row for row in map(_action, parts["action"]) if row["appeal"]],
        "outcome": measure.outcome,
        "voices": parts["voice"],
        "review": review_texts(parts, today),
        "notes": notes_about(notes, "measure", measure.code),
        "source": source_rows(plan, measure.source_heading, measure.source_page),
        "pager": pager(
            parts["sibling"],
            measure.code,
            lambda row: part_link("measure-detail", plan, row),
        ),
    }


def _targets_of(plan: int, measure: int):
    below = Q(measure=measure) | Q(initiative__measure=measure)
    chosen = Target.objects.filter(below, plan=plan)
    return chosen.order_by("initiative__position", "position", "code")


_targets = following(_targets_of)


@prepared
def _parts(plan: int, measure: int, code: str):
    initiatives = Initiative.objects.filter(measure=measure)
    sections = Section.objects.filter(measure=measure)
    return union_of(
        site_part(),
        part(
            "sibling",
            Measure.objects.filter(plan=plan),
            below=("policy__position",),
            label="label",
            title="title",
        ),
        section_part(sections),
        part(
            "initiative",
            initiatives,
            id="id",
            label="label",
            title="title",
            description="description",
            department="department__name",
        ),
        part(
            "activity",
            Activity.objects.filter(initiative__measure=measure),
            initiative_id="initiative_id",
            text="text",
        ),
        part(
            "action",
            CocreationAction.objects.filter(measure=measure),
            actor="actor",
            heading="heading",
            feeling="feeling_change",
            behaviour="behaviour_change",
            appeal="appeal",
        ),
        part(
            "voice",
            Voice.objects.filter(measure=measure),
            quotation="quotation",
            role="role",
        ),
        note_part(
            plan,
            measure=[code],
            initiative=initiatives.values("code"),
            target=_targets_of(plan, measure).order_by().values("code"),
            section=sections.values("code"),
        ),
        term_part(plan),
        *year_parts(plan),
        *review_parts(measure=measure),
    )


def _initiatives(plan, parts):
    activities = defaultdict(list)
    for row in parts["activity"]:
        activities[row["initiative_id"]].append(row["text"])
    return [
        {
            "label": row["label"],
            "title": row["title"],
            "url": address_of("initiative-detail", plan.slug, row["code"]),
            "description": blocks(row["description"]),
            "department": row["department"],
            "activity_label": plan.activity_label,
            "activities": activities[row["id"]],
            "notes": notes_about(parts["note"], "initiative", row["code"]),
        }
        for row in parts["initiative"]
    ]


def _action(row):
    feeling, behaviour = lines(row["feeling"]), lines(row["behaviour"])
    return {
        "code": row["code"],
        "actor": CocreationAction.Actor(row["actor"]).label,
        "heading": row["heading"],
        "feeling": feeling,
        "behaviour": behaviour,
        "changes": bool(feeling or behaviour),
        "appeal": lines(row["appeal"]),
    }
