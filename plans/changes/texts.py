"""The stories of this app's records: plan texts, terms, notes about the source."""

from django.db.models import F
from django.urls import reverse

from plans.changes.field_words import field_words
from plans.changes.history_story import HistoryStory, text_columns
from plans.changes.news import register_story
from plans.changes.plan_story import PlanStory
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    Measure,
    Section,
    SourceNote,
)


def text_story(model, *fields, word, name, page, about=None, **more) -> HistoryStory:
    """The story of a part that is told by its own fields alone.

    `word` is what the part is called, or the field of its plan that says it.
    """
    about = about or {}
    if word.endswith("_label"):
        about = {**about, "word": f"plan__{word}"}
    return HistoryStory(
        kind=model._meta.model_name,
        model=model,
        columns=text_columns("code", *fields) | more.pop("columns", {}),
        words=field_words(model, *fields) | more.pop("words", {}),
        word=lambda row: row.get("word", word),
        name=name,
        page=page,
        about=about,
        **more,
    )


def page_of(url_name: str, code: str = "code"):
    """The address of the record with the code, from a row's values."""
    return lambda row: reverse(url_name, args=[row["plan_slug"], row[code]])


def plan_page(row: dict) -> str:
    return reverse("plan-detail", args=[row["plan_slug"]])


def _section_page(row):
    for code, url_name in (("policy", "policy-detail"), ("measure", "measure-detail")):
        if row[code]:
            home = reverse(url_name, args=[row["plan_slug"], row[code]])
            break
    else:
        home = plan_page(row)
    return f"{home}#section-{row['code']}"


def _window_page(row):
    return f"{reverse('consult')}#window-{row['plan_slug']}-{row['code']}"


def _of_plan(url_name):
    return lambda row: reverse(url_name, args=[row["plan_slug"]])


def register() -> None:
    for story in (PlanStory(), *_stories_of_levels(), *_stories_beside()):
        register_story(story)


def _stories_of_levels():
    yield text_story(
        BasicPolicy,
        *("label", "title", "overview", "easy_summary"),
        word="level1_label",
        name=lambda row: row["title"],
        page=page_of("policy-detail"),
    )
    yield text_story(
        Measure,
        *("label", "title", "description", "actions_heading", "outcome"),
        "easy_summary",
        word="level2_label",
        name=lambda row: row["title"],
        page=page_of("measure-detail"),
    )
    yield text_story(
        Section,
        *("heading", "body"),
        word="本文の節",
        name=lambda row: row["heading"],
        page=_section_page,
        about={"policy": F("policy__code"), "measure": F("measure__code")},
    )


def _stories_beside():
    yield text_story(
        GlossaryTerm,
        *("term", "reading", "definition"),
        word="用語",
        name=lambda row: row["term"],
        page=_of_plan("plan-glossary"),
    )
    yield text_story(
        ConsultationWindow,
        *("name", "kind", "for_whom", "about", "contact"),
        word="相談窓口",
        name=lambda row: row["name"],
        page=_window_page,
    )
    yield text_story(
        SourceNote,
        *("category", "printed", "shown", "reason", "certainty", "settled"),
        word="原典の表記についての注記",
        name=lambda row: SourceNote.Category(row["category"]).label,
        page=_of_plan("source-notes"),
    )
