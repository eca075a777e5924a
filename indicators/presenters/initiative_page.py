"""The page of one initiative: its text, its activities, its targets."""

from indicators.following import following
from indicators.models import Target
from indicators.presenters.plan_year import year_of_plan, year_parts
from indicators.presenters.targets import target_rows, with_notes
from indicators.presenters.voices import review_parts, review_texts
from initiatives.models import Activity, Initiative
from plans.addresses import address_of
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
    source_rows,
    term_part,
)
from plans.prose import blocks


def initiative_page(initiative: Initiative, today) -> dict:
    """Three queries beside that of the initiative."""
    plan, measure = initiative.plan, initiative.measure
    policy = measure.policy
    parts = by_kind(
        _parts(plan=plan.pk, initiative=initiative.pk, code=initiative.code)
    )
    year = year_of_plan(parts, plan, today)
    followed = _targets(initiative=initiative.pk)
    policy_name = policy_label(policy.label, policy.code, plan)
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (policy_name, address_of("policy-detail", plan.slug, policy.code)),
            (
                measure.label or measure.title,
                address_of("measure-detail", plan.slug, measure.code),
            ),
            (initiative.title, None),
        ),
        "plan": plan_heading(plan),
        "marked_terms": marked_terms(parts, plan),
        SITE_TERM: parts[SITE_TERM],
        "measure": {
            "label": measure.label,
            "title": measure.title,
            "url": address_of("measure-detail", plan.slug, measure.code),
        },
        "level_label": plan.level3_label,
        "label": initiative.label,
        "title": initiative.title,
        "easy_summary": blocks(initiative.easy_summary),
        "description": blocks(initiative.description),
        "department": initiative.department.name if initiative.department else "",
        "activity_label": plan.activity_label,
        "activities": parts["activity"],
        "target_label": plan.target_label,
        "targets": with_notes(target_rows(followed, plan, year, today), parts["note"]),
        "review": review_texts(parts, today),
        "notes": notes_about(parts["note"], "initiative", initiative.code),
        "source": source_rows(plan, initiative.source_heading, initiative.source_page),
        "pager": pager(
            parts["sibling"],
            initiative.code,
            lambda row: part_link("initiative-detail", plan, row),
        ),
    }


def _targets_of(initiative: int):
    return Target.objects.filter(initiative=initiative)


_targets = following(_targets_of)


@prepared
def _parts(plan: int, initiative: int, code: str):
    return union_of(
        site_part(),
        part(
            "sibling",
            Initiative.objects.filter(plan=plan),
            below=("measure__policy__position", "measure__position"),
            label="label",
            title="title",
        ),
        part("activity", Activity.objects.filter(initiative=initiative), text="text"),
        note_part(
            plan,
            initiative=[code],
            target=_targets_of(initiative).order_by().values("code"),
        ),
        term_part(plan),
        *year_parts(plan),
        *review_parts(initiative=initiative),
    )
