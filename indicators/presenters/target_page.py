"""The page of one target: where it stands, how that is judged, what was promised."""

from indicators.models import Target
from indicators.presenters.target_reading import read_target
from indicators.presenters.target_standing import standing_texts
from indicators.presenters.targets import target_row
from plans.addresses import address_of
from plans.page_words import SITE_TERM
from plans.presenters import (
    crumbs,
    notes_about,
    pager,
    part_link,
    period_over_text,
    plan_heading,
    plan_name,
    source_rows,
)


def target_for_page(targets, plan_slug, code):
    """The target at an address, with the records that its page names."""
    return targets.for_page(plan_slug, code).select_related(
        "initiative__measure",
        "measure",
        "department",
        "initiative__department",
        "plan__judgement_settings",
    )


def target_page(target: Target, today) -> dict:
    """Three queries beside that of the target."""
    plan = target.plan
    measure = target.measure or target.initiative.measure
    read = read_target(target, today)
    department = target.department or (
        target.initiative.department if target.initiative else None
    )
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (
                measure.label or measure.title,
                address_of("measure-detail", plan.slug, measure.code),
            ),
            (plan.target_label, None),
        ),
        "plan": plan_heading(plan),
        "period_over": period_over_text(plan, today),
        "label": plan.target_label,
        "target": target_row(read.followed, plan, read.shown.year, today),
        **standing_texts(read, plan, today),
        "goal_words": _goal_words(target, read),
        "parents": _parents(plan, measure, target.initiative),
        "department": department.name if department else "原典に記載なし",
        "printed": [
            text
            for text in (target.baseline_as_printed, target.goal_as_printed)
            if text
        ],
        SITE_TERM: read.parts[SITE_TERM],
        "notes": notes_about(read.parts["note"], "target", target.code),
        "source": source_rows(plan, target.source_heading, target.source_page),
        "pager": pager(
            read.parts["sibling"],
            target.code,
            lambda row: part_link(
                "target-detail", plan, row, title=row["name"] or row["goal_text"]
            ),
        ),
    }


def _goal_words(target, read):
    """A goal in words, where the title is something else."""
    shown = read.shown
    goal = shown.judged.terms.goal_in(shown.year)
    return goal.text if goal.state == "statement" and target.name else ""


def _parents(plan, measure, initiative):
    rows = [
        {
            "level": plan.level2_label,
            "title": measure.title,
            "url": address_of("measure-detail", plan.slug, measure.code),
        }
    ]
    if initiative:
        rows.append(
            {
                "level": plan.level3_label,
                "title": initiative.title,
                "url": address_of("initiative-detail", plan.slug, initiative.code),
            }
        )
    return rows
