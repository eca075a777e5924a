"""What the pages of plan text alone show, as plain values for their templates."""

from collections import defaultdict

from django.urls import reverse

from plans.changes.paging import Paging
from plans.models import (
    GlossaryTerm,
    Plan,
    Section,
    SiteTerm,
    SourceNote,
)
from plans.page_words import SITE_TERM, samples_and_terms, site_part
from plans.parts import fetch_parts
from plans.places import Place, PlansShown, chooser_of
from plans.presenters import (
    crumbs,
    note_anchor,
    note_row,
    period_text,
    plan_heading,
    plan_name,
    publisher_text,
    term_anchor,
)
from plans.prose import blocks

# More than the plans of a city and its neighbours explain.
TERMS_A_PAGE = 40
# The page of each kind of record that has one of its own.
_PAGES = {
    "policy": "policy-detail",
    "measure": "measure-detail",
    "initiative": "initiative-detail",
    "target": "target-detail",
    "survey": "survey-detail",
}


def source_notes_page(plan: Plan) -> dict:
    """All notes of a plan, grouped by kind of fault; two queries beside the plan's."""
    groups = defaultdict(list)
    sections = {row["code"]: row for row in section_homes(plan=plan)}
    notes = SourceNote.objects.filter(plan=plan).order_by("position", "code")
    for row in notes.values(
        "code",
        "about_kind",
        "about_code",
        "category",
        "printed",
        "shown",
        "reason",
        "certainty",
        "settled",
    ):
        groups[row["category"]].append(
            {
                **note_row(row),
                **note_subject(plan, row, sections),
                "anchor": note_anchor(row["code"]),
            }
        )
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()), ("原典の表記について", None)
        ),
        "plan": plan_heading(plan),
        "count": sum(len(rows) for rows in groups.values()),
        "groups": [
            {"heading": category.label, "notes": groups[category.value]}
            for category in SourceNote.Category
            if groups[category.value]
        ],
    }


def section_homes(**which):
    """What `note_subject` needs to know of some sections, as rows."""
    return Section.objects.filter(**which).values(
        "plan_id", "code", "heading", "policy__code", "measure__code"
    )


def note_subject(plan: Plan, row: dict, sections: dict[str, dict]) -> dict:
    """The name and the address of what a note is about; `sections` by their code."""
    kind, code = row["about_kind"], row["about_code"]
    label = _own_word(plan, kind)
    if kind == "glossary":
        return {"about": label, "url": reverse("plan-glossary", args=[plan.slug])}
    if kind == "section" and code in sections:
        section = sections[code]
        anchor = f"#section-{code}"
        return {
            "about": f"{label}「{section['heading']}」",
            "url": _home_of(plan, section) + anchor,
        }
    if kind in _PAGES:
        return {
            "about": f"{label} {code}",
            "url": reverse(_PAGES[kind], args=[plan.slug, code]),
        }
    return {"about": label, "url": plan.get_absolute_url()}


def _own_word(plan, kind):
    """The plan's own word for a kind of record."""
    own = {
        "policy": plan.level1_label,
        "measure": plan.level2_label,
        "initiative": plan.level3_label,
        "target": plan.target_label,
    }
    return own.get(kind) or SourceNote.AboutKind(kind).label


def _home_of(plan, section):
    """The page that a section stands on."""
    if section["policy__code"]:
        return reverse("policy-detail", args=[plan.slug, section["policy__code"]])
    if section["measure__code"]:
        return reverse("measure-detail", args=[plan.slug, section["measure__code"]])
    return plan.get_absolute_url()


def plan_glossary_page(plan: Plan) -> dict:
    """The terms of one plan; three queries beside the plan's."""
    rows = fetch_parts(site_part())[SITE_TERM]
    _, words = samples_and_terms(rows)
    return {
        "crumbs": crumbs((plan_name(plan), plan.get_absolute_url()), ("用語", None)),
        "plan": plan_heading(plan),
        "terms": _terms(_ordered(GlossaryTerm.objects.filter(plan=plan)), dict(words)),
        SITE_TERM: rows,
    }


def glossary_page(values=None) -> dict:
    """The terms of all public plans, some on a page, then the words that the site
    explains itself."""
    values, place = values or {}, Place.of(values or {})
    words = list(SiteTerm.objects.all())
    paging = Paging.of({**place.query(), "page": values.get("page", "")}, TERMS_A_PAGE)
    terms = _ordered(GlossaryTerm.objects.public().filter(place.within("plan__")))
    rows = paging.cut(list(terms[paging.start : paging.start + paging.fetched]))
    is_cut = place or paging.number > 1 or paging.has_next
    names = [row.plan.area_name for row in rows]
    chooser = chooser_of(place, reverse("glossary"), names) if is_cut else None
    return {
        "crumbs": crumbs(("用語集", None)),
        "chooser": chooser,
        "page": paging,
        "terms": _terms(rows, _addresses_of(words)),
        "site_terms": [
            {
                "anchor": word.anchor,
                "term": word.term,
                "reading": word.reading,
                "other_forms": "、".join(word.forms[1:]),
                "meaning": word.meaning,
            }
            for word in words
        ],
        "explains_itself": True,
    }


def _ordered(terms):
    return terms.select_related("plan").order_by(
        "plan__position", "plan__slug", "position", "code"
    )


def _addresses_of(words):
    """Each form of the site's words with the address of its meaning."""
    return {form: word.get_absolute_url() for word in words for form in word.forms}


def _terms(terms, explained):
    """Terms of plans; one without a meaning leads to that of the site, if any."""
    rows = list(terms)
    notes = defaultdict(list)
    plans = {row.plan_id for row in rows}
    about_terms = SourceNote.objects.filter(plan__in=plans, about_kind="glossary")
    for note in about_terms.order_by("position", "code").values():
        notes[note["plan_id"], note["about_code"]].append(note_row(note))
    return [
        {
            "anchor": term_anchor(row.plan, row.code),
            "term": row.term,
            "reading": row.reading,
            "definition": blocks(row.definition),
            "site_url": "" if row.definition else explained.get(row.term, ""),
            "plan_name": plan_name(row.plan),
            "plan_url": row.plan.get_absolute_url(),
            "source_heading": row.source_heading,
            "notes": notes[row.plan_id, row.code],
        }
        for row in rows
    ]


def sources_page(values=None) -> dict:
    """The source documents of the plans of one page, each with its plans; one query."""
    found = Plan.objects.public().select_related("source_document")
    shown = PlansShown.of(found, values or {})
    documents = {
        plan.source_document.code: plan.source_document for plan in shown.plans
    }
    plans = defaultdict(list)
    for plan in shown.plans:
        plans[plan.source_document_id].append(
            {
                "name": plan_name(plan),
                "is_working_title": not plan.title,
                "url": plan.get_absolute_url(),
                "notes_url": reverse("source-notes", args=[plan.slug]),
                "publisher": publisher_text(plan),
                "period": period_text(plan),
            }
        )
    return {
        "crumbs": crumbs(("原典の一覧", None)),
        "chooser": shown.chooser(reverse("sources")),
        "page": shown.paging,
        "documents": [
            {
                "code": document.code,
                "title": document.title,
                "description": document.description,
                "plans": plans[document.pk],
            }
            for _, document in sorted(documents.items())
        ],
    }
