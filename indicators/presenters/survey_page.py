"""The page of one survey indicator: the question, the baseline, the direction."""

from django.urls import reverse

from indicators.models import SurveyIndicator
from indicators.presenters.surveys import survey_row
from plans.parts import fetch_parts, part
from plans.presenters import (
    crumbs,
    note_part,
    notes_about,
    pager,
    part_link,
    plan_heading,
    plan_name,
    policy_label,
    source_rows,
)


def survey_page(indicator: SurveyIndicator) -> dict:
    """One query beside that of the indicator."""
    plan, policy = indicator.plan, indicator.policy
    parts = fetch_parts(
        part(
            "sibling",
            SurveyIndicator.objects.filter(plan=plan),
            below=("policy__position",),
            label="label",
            question="question",
        ),
        note_part(plan, survey=[indicator.code]),
    )
    values = {
        field.attname: getattr(indicator, field.attname)
        for field in SurveyIndicator._meta.concrete_fields
    }
    label = policy_label(policy.label, policy.code, plan)
    policy_url = reverse("policy-detail", args=[plan.slug, policy.code])
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (label, policy_url),
            ("評価項目", None),
        ),
        "plan": plan_heading(plan),
        "policy": {"label": label, "title": policy.title, "url": policy_url},
        "survey": survey_row(values, plan),
        "printed": indicator.baseline_as_printed,
        "notes": notes_about(parts["note"], "survey", indicator.code),
        "source": source_rows(plan, indicator.source_heading, indicator.source_page),
        "pager": pager(
            parts["sibling"],
            indicator.code,
            lambda row: part_link("survey-detail", plan, row, title=row["question"]),
        ),
    }
