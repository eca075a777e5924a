"""The page of one survey indicator: the question, its waves, and what they tell."""

from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast

from indicators.models import (
    JudgementSettings,
    SurveyIndicator,
    SurveyResult,
    SurveyWave,
)
from indicators.presenters.survey_waves import wave_texts
from indicators.presenters.surveys import survey_row
from indicators.survey_corrections import (
    indicator_corrections,
    indicator_history_part,
    result_corrections,
    result_history_part,
    wave_corrections,
    wave_history_part,
)
from indicators.surveys import assumed_by_default, follow_surveys
from initiatives.corrections import PUBLISHED
from plans.addresses import address_of
from plans.fiscal_year import era_text
from plans.page_words import SITE_TERM, site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
from plans.presenters import (
    crumbs,
    note_part,
    notes_about,
    pager,
    part_link,
    period_over_text,
    plan_heading,
    plan_name,
    policy_label,
    source_rows,
)


def survey_page(indicator: SurveyIndicator, today=None) -> dict:
    """Two queries beside that of the indicator: the texts and the waves."""
    plan, policy = indicator.plan, indicator.policy
    parts = by_kind(_parts(plan=plan.pk, indicator=indicator.pk, code=indicator.code))
    values = {
        field.attname: getattr(indicator, field.attname)
        for field in SurveyIndicator._meta.concrete_fields
    }
    assumed_n = next(
        (row["assumed_n"] for row in parts["settings"]), assumed_by_default()
    )
    (survey,) = follow_surveys([values], plan, assumed_n)
    label = policy_label(policy.label, policy.code, plan)
    policy_url = address_of("policy-detail", plan.slug, policy.code)
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (label, policy_url),
            ("評価項目", None),
        ),
        "plan": plan_heading(plan),
        SITE_TERM: parts[SITE_TERM],
        "period_over": period_over_text(plan, today) if today else "",
        "policy": {"label": label, "title": policy.title, "url": policy_url},
        "survey": survey_row(values, plan),
        **wave_texts(survey),
        "corrections": _corrections(parts, indicator.decimals),
        "printed": indicator.baseline_as_printed,
        "notes": notes_about(parts["note"], "survey", indicator.code),
        "source": source_rows(plan, indicator.source_heading, indicator.source_page),
        "pager": pager(
            parts["sibling"],
            indicator.code,
            lambda row: part_link("survey-detail", plan, row, title=row["question"]),
        ),
    }


@prepared
def _parts(plan: int, indicator: int, code: str):
    settings = JudgementSettings.objects.filter(plan=plan).annotate(
        code=Cast("pk", CharField()), position=Value(0, output_field=IntegerField())
    )
    return union_of(
        site_part(),
        part(
            "sibling",
            SurveyIndicator.objects.filter(plan=plan),
            below=("policy__position",),
            label="label",
            question="question",
        ),
        note_part(plan, survey=[code]),
        part("settings", settings, assumed_n="assumed_n"),
        wave_history_part(SurveyWave.history.filter(plan=plan, state=PUBLISHED)),
        result_history_part(SurveyResult.history.filter(indicator=indicator)),
        indicator_history_part(SurveyIndicator.history.filter(id=indicator)),
    )


def _corrections(parts, decimals):
    """What was corrected of the waves that asked this question, of its results, and of
    what they are compared by.
    """
    asked = {row["year"] for row in parts["result_history"]}
    waves = [row for row in parts["wave_history"] if row["year"] in asked]
    found = [
        *wave_corrections(waves),
        *result_corrections(parts["result_history"], decimals),
    ]
    found = [{**row, "about": f"{era_text(row['year'])}の調査"} for row in found]
    own = indicator_corrections(parts["indicator_history"])
    found += [{**row, "about": "この評価項目"} for row in own]
    return sorted(found, key=lambda row: row["date"], reverse=True)
