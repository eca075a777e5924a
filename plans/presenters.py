"""Rows and sentences about plans that several pages share, as plain values."""

from typing import Protocol

from django.db.models import Q

from plans.addresses import address_of
from plans.fiscal_year import era_text, latest_finished, long_text
from plans.models import GlossaryTerm, Plan, Section, SourceNote
from plans.parts import part
from plans.prose import blocks


def crumbs(*steps):
    """Breadcrumbs from (label, address) pairs; the last step has no address."""
    home = {"label": "ホーム", "url": address_of("home")}
    return [home, *({"label": label, "url": url} for label, url in steps)]


class Titled(Protocol):
    """A plan, or as much of its row as a name needs."""

    title: str
    working_title: str


def plan_name(plan: Titled) -> str:
    """The printed title, or the working title without its mark."""
    return plan.title or plan.working_title


def plan_heading(plan: Plan) -> dict:
    """What stands at the head of every page of a plan."""
    return {
        "name": plan_name(plan),
        "is_working_title": not plan.title,
        "slug": plan.slug,
        "url": plan.get_absolute_url(),
        "notes_url": address_of("source-notes", plan.slug),
        "glossary_url": address_of("plan-glossary", plan.slug),
        "area": plan.area_name,
    }


def publisher_text(plan: Plan) -> str:
    if plan.publisher:
        return plan.publisher.name
    return "原典の掲載部分に記載がありません"


def kind_text(plan: Plan) -> str:
    return plan.get_kind_display() or "原典の掲載部分に記載がありません"


def period_text(plan: Plan) -> str:
    """令和3年度から令和7年度まで, or the words that say what is not printed."""
    start, end = plan.period_start_fy, plan.period_end_fy
    if start and end:
        return f"{long_text(start)}から{long_text(end)}まで"
    if start or end:
        known = f"{long_text(start)}から" if start else f"{long_text(end)}まで"
        return f"{known}（もう一方の年度は原典の掲載部分に記載がありません）"
    return "原典の掲載部分に記載がありません"


def period_is_over(plan: Plan, today) -> bool:
    """Whether nothing is due any more: its last year has passed, or it was retired."""
    if plan.state == Plan.State.ARCHIVED:
        return True
    return bool(plan.period_end_fy) and plan.period_end_fy <= latest_finished(today)


def last_year_of(plan: Plan, today) -> int:
    """The last fiscal year that an ended plan speaks of."""
    finished = latest_finished(today)
    return min(plan.period_end_fy or finished, finished)


def period_over_text(plan: Plan, today) -> str:
    """Says that the plan has ended; empty while it runs or its end is unknown."""
    if not period_is_over(plan, today):
        return ""
    if not plan.period_end_fy or plan.period_end_fy > latest_finished(today):
        return "この計画は終了しました。"
    return f"この計画の期間は{era_text(plan.period_end_fy)}で終わりました。"


def policy_label(label: str, code: str, plan: Plan) -> str:
    """計画Ⅰ as printed, or 基本方針1 from the plan's word for the level."""
    return label or f"{plan.level1_label}{code}"


def source_rows(plan: Plan, heading: str = "", page: str = "") -> list[tuple[str, str]]:
    """Where something was printed, as (label, text) pairs."""
    rows = [("計画", str(plan)), ("原典", plan.source_document.description)]
    if heading:
        rows.append(("原典の見出し", heading))
    rows.append(("原典のページ", page or "掲載部分にページ番号の記載がありません"))
    return rows


def note_part(plan: int, **codes):
    """The notes about some records of the plan with this key: `measure=["1-1"]`,
    `target=queryset`. Without any, all notes of the plan.
    """
    wanted = Q()
    for kind, those in codes.items():
        wanted |= Q(about_kind=kind, about_code__in=those)
    return notes_part(SourceNote.objects.filter(wanted, plan=plan))


def notes_part(notes):
    """The columns of source notes that pages show, each row with its plan."""
    return part(
        "note",
        notes,
        plan_id="plan_id",
        about_kind="about_kind",
        about_code="about_code",
        category="category",
        printed="printed",
        shown="shown",
        reason="reason",
        certainty="certainty",
        settled="settled",
    )


def note_row(row: dict) -> dict:
    """A source note with its choices in words."""
    return {
        **row,
        "category": SourceNote.Category(row["category"]).label,
        "certainty": SourceNote.Certainty(row["certainty"]).label,
        "settled": "済んでいます" if row["settled"] else "まだ済んでいません",
    }


def notes_about(rows: list[dict], kind: str, code: str = "") -> list[dict]:
    """The notes about one record, with their choices in words."""
    return [
        note_row(row)
        for row in rows
        if row["about_kind"] == kind and row["about_code"] == code
    ]


def term_part(plan: int):
    """The terms that the plan with this key explains; one without a meaning leads
    nowhere.
    """
    explained = GlossaryTerm.objects.filter(plan=plan).exclude(definition="")
    return part("term", explained, term="term")


def marked_terms(parts: dict, plan: Plan) -> list[tuple[str, str]]:
    """The terms that a page of the plan marks, each with the address of its entry."""
    glossary = address_of("plan-glossary", plan.slug)
    return [
        (row["term"], f"{glossary}#{term_anchor(plan, row['code'])}")
        for row in parts["term"]
    ]


def term_anchor(plan: Plan, code: str) -> str:
    """The place of a term on the glossary of its plan and on that of the site.

    A code holds no "_", so that no two terms share a place.
    """
    return f"term-{plan.slug}_{code}"


def note_anchor(code: str) -> str:
    """The place of a source note on the page of its plan's notes."""
    return f"note--{code}"


def section_part(sections):
    """The columns of sections that pages show."""
    return part("section", sections, heading="heading", body="body", about="kind")


# Sections of these kinds are printed below the list that they stand with.
_BELOW = {
    Section.Kind.COLUMN,
    Section.Kind.FIGURE,
    Section.Kind.ROLES,
    Section.Kind.EVALUATION,
    Section.Kind.CONTACT,
}


def sections_around(parts: dict) -> dict:
    """The sections that stand above a page's list, and those that stand below it."""
    rows = section_rows(parts)
    return {
        "sections": [row for row in rows if row["about"] not in _BELOW],
        "sections_below": [row for row in rows if row["about"] in _BELOW],
    }


def section_rows(parts: dict) -> list[dict]:
    """Sections as blocks of text, each with the notes about it."""
    return [
        {
            "code": row["code"],
            "about": row["about"],
            "heading": row["heading"],
            "is_group": row["about"] == Section.Kind.GROUP,
            "blocks": blocks(row["body"]),
            "notes": notes_about(parts["note"], "section", row["code"]),
        }
        for row in parts["section"]
    ]


def part_link(address_name: str, plan: Plan, row: dict, *, label="", title="") -> dict:
    """A link to a part's page; label and title are the row's own unless given."""
    return {
        "label": label or row.get("label", ""),
        "title": title or row["title"],
        "url": address_of(address_name, plan.slug, row["code"]),
    }


def pager(rows: list[dict], code: str, link) -> dict:
    """The links to the rows before and after the one with the code, if any."""
    place = next(i for i, row in enumerate(rows) if row["code"] == code)
    return {
        "previous": link(rows[place - 1]) if place else None,
        "next": link(rows[place + 1]) if place + 1 < len(rows) else None,
    }
