"""Figures as an approver reads them: ready strings, a dictionary a figure."""

from datetime import date

from indicators.actions import corrects, judgement_fields
from indicators.answer_words import value_text
from indicators.approvals.rows import PEOPLE, common, evidence_of, in_order
from indicators.approvals.verdicts import version_of_verdict
from indicators.approvals.waiting import FIGURE
from indicators.cells import doubts_about
from indicators.figures import figure_text
from indicators.following import follow
from indicators.judgement_labels import LABELS
from indicators.models import Observation, PublishedValue, Target
from indicators.progress_values import Status


def figure_rows(keys: list[int], person, today: date) -> list[dict]:
    """The observations in their order; four queries, however many there are."""
    found = Observation.objects.filter(pk__in=keys).select_related(
        "target__plan__judgement_settings", "target__plan__publisher", *PEOPLE
    )
    rows = in_order(found, keys)
    targets = Target.objects.filter(pk__in={row.target_id for row in rows})
    followed = {each.values["id"]: each for each in follow(targets)}
    evidence = evidence_of(["target"], rows)
    return [
        {
            **common(FIGURE, row, row.target, person),
            **_figure(row, followed[row.target_id], today),
            "evidence": evidence["target", row.target_id, row.fiscal_year],
        }
        for row in rows
    ]


def _figure(row, followed, today):
    fields = judgement_fields(row, as_of=today, followed=followed)
    year, terms = row.fiscal_year, followed.terms
    label = LABELS[Status(fields["status"])]
    expected = fields["expected_text"]
    return {
        "value": value_text(row),
        "raw": row.raw,
        "marks": [
            word
            for word, is_set in (
                ("速報", row.provisional),
                ("数え方が変わった", row.break_in_series),
            )
            if is_set
        ],
        "facts": [
            {"label": "前の年度", "text": _published(row, followed, year - 1)},
            {
                "label": "目安",
                "text": f"{expected}{terms.unit_in(year)}" if expected else "―",
            },
            {"label": "公開中の値", "text": _published(row, followed, year)},
        ],
        "chip": {"css": label.css, "symbol": label.symbol, "word": label.word},
        "sentence": fields["sentence"],
        "verdict": version_of_verdict(fields),
        "note": row.note,
        "reason": row.reason,
        "correction": row.correction_reason,
        "doubts": [*_doubts(row, followed), *_correction(row, followed)],
    }


def _published(row, followed, year):
    """The newest publication of a year in words."""
    rows = followed.publications.get(year)
    if not rows:
        return "なし"
    last = rows[-1]
    if last["value_state"]:
        return Observation.ValueState(last["value_state"]).label
    terms = followed.terms
    return figure_text(last["value"], terms.decimals, terms.unit_in(year))


def _correction(row, followed):
    """A public figure is corrected with a reason alone: said before it is approved."""
    rows = followed.publications.get(row.fiscal_year)
    if not rows or row.correction_reason:
        return []
    state, provisional = rows[-1]["value_state"], rows[-1]["provisional"]
    if not corrects(PublishedValue(value_state=state, provisional=provisional)):
        return []
    said = (
        "公開した値を直すものですが、「公開した値を直す理由」がありません。"
        "このままでは公開できないため、差し戻して書いてもらってください。"
    )
    return [said]


def _doubts(row, followed):
    if row.value is None:
        return []
    before = followed.publications.get(row.fiscal_year - 1)
    terms, year = followed.terms, row.fiscal_year
    doubts = doubts_about(
        row.value,
        previous=before[-1]["value"] if before else None,
        baseline=terms.baseline,
        goal=terms.goal_in(year).value,
        measure_type=row.target.measure_type,
        decimals=terms.decimals,
        unit=terms.unit_in(year),
    )
    return [doubt.sentence for doubt in doubts]
