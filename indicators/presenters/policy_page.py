"""The page of one basic policy: its text, its measures, its survey indicators."""

from urllib.parse import urlencode

from django.urls import reverse

from indicators.dashboards.surveys import survey_board, survey_parts
from indicators.presenters.surveys import survey_rows
from indicators.presenters.voices import (
    opinion_parts,
    opinion_texts,
    review_parts,
    review_texts,
)
from plans.fiscal_year import era_text, of_date
from plans.models import BasicPolicy, Measure, Section
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
from plans.prose import blocks


def policy_page(policy: BasicPolicy, today) -> dict:
    """Two queries beside that of the policy."""
    plan = policy.plan
    parts = by_kind(_parts(plan=plan.pk, policy=policy.pk, code=policy.code))
    label = policy_label(policy.label, policy.code, plan)
    dashboard = reverse("plan-dashboard", args=[plan.slug])
    numbered = all(row["label"] for row in parts["measure"])
    return {
        "crumbs": crumbs((plan_name(plan), plan.get_absolute_url()), (label, None)),
        "plan": plan_heading(plan),
        "marked_terms": marked_terms(parts, plan),
        SITE_TERM: parts[SITE_TERM],
        "label": label,
        "title": policy.title,
        "easy_summary": blocks(policy.easy_summary),
        "level_label": plan.level1_label,
        "overview": blocks(policy.overview),
        "list_heading": plan.level2_label if numbered else plan.level3_label,
        "measures": [
            part_link("measure-detail", plan, row) for row in parts["measure"]
        ],
        "surveys": _surveys(policy, parts, of_date(today)),
        "review": review_texts(parts, today),
        "opinion": opinion_texts(parts, today),
        "dashboard_url": f"{dashboard}?{urlencode({'policy': policy.code})}",
        **sections_around(parts),
        "notes": notes_about(parts["note"], "policy", policy.code),
        "source": source_rows(plan, policy.source_heading, policy.source_page),
        "pager": pager(
            parts["sibling"],
            policy.code,
            lambda row: part_link(
                "policy-detail",
                plan,
                row,
                label=policy_label(row["label"], row["code"], plan),
            ),
        ),
    }


@prepared
def _parts(plan: int, policy: int, code: str):
    sections = Section.objects.filter(policy=policy)
    return union_of(
        site_part(),
        part(
            "sibling",
            BasicPolicy.objects.filter(plan=plan),
            label="label",
            title="title",
        ),
        part(
            "measure",
            Measure.objects.filter(policy=policy),
            label="label",
            title="title",
        ),
        section_part(sections),
        note_part(plan, policy=[code], section=sections.values("code")),
        term_part(plan),
        *survey_parts(plan),
        *review_parts(policy=policy),
        *opinion_parts(policy),
    )


def _surveys(policy, parts, this_year):
    """The indicators of the policy, each with what its newest public wave says."""
    named = [{"id": policy.pk, "label": policy.label}]
    board = survey_board(policy.plan, parts, named, this_year)
    if board is None:
        return None
    newest = {row["url"]: row for row in board["rows"]}
    rows = survey_rows(policy.survey_indicators.all(), policy.plan)
    return {
        "has_changes": board["has_changes"],
        "rows": [{**row, **_newest(newest[row["url"]])} for row in rows],
    }


def _newest(row):
    year = f"（{era_text(row['latest_year'])}）" if row["latest"] else ""
    return {
        "latest": f"{row['latest']}{year}",
        "points": row["points"],
        "margin": row["margin"],
        "chip": row["chip"],
    }
