"""What residents are told of initiatives, and of what is said about them each year."""

from dataclasses import dataclass

from django.db.models import F, Q

from initiatives.corrections import PUBLISHED
from initiatives.models import (
    Activity,
    CocreationAction,
    CommitteeOpinion,
    Initiative,
    Review,
    Voice,
)
from initiatives.voice_words import OPINION_WORDS, REVIEW_WORDS
from plans.changes.field_words import EMPTY
from plans.changes.history_story import NOT_TOLD, HistoryStory, text_columns
from plans.changes.news import register_story
from plans.changes.texts import page_of, plan_page, text_story
from plans.changes.told import Told, told_changes
from plans.fiscal_year import era_text
from plans.history_reasons import told_reason

_MEASURE = {"measure_code": F("measure__code")}


@dataclass(frozen=True)
class VoiceOfAYear(HistoryStory):
    """The story of what is published once a year and then corrected with a reason."""

    def tell(self, row):
        values = {**row["about"], **row["after"]}
        year = era_text(values["fiscal_year"])
        subject = f"{self.name(values)}{year}の{self.word(values)}"
        before = row["before"]
        is_new = before is None or before["state"] != PUBLISHED
        done = "を公表しました。" if is_new else "を直しました。"
        if self.is_withheld(row):
            return Told(f"{subject}{done}{NOT_TOLD}", self.page(values))
        if is_new:
            return Told(f"{subject}{done}", self.page(values))
        return Told(
            f"{subject}{done}",
            self.page(values),
            told_changes(before, row["after"], self.words),
            told_reason(row["reason"]),
        )


def is_public_voice(last_finished: int) -> Q:
    """Published, and of a year that is over: pages show no other."""
    is_over = Q(fiscal_year__lte=last_finished)
    return Q(state=PUBLISHED) & is_over & ~Q(history_type="-")


def _subject(row):
    for kind in ("initiative", "measure", "policy"):
        if row.get(f"{kind}_code"):
            return kind
    return ""


def _subject_page(row):
    kind = _subject(row)
    return page_of(f"{kind}-detail", f"{kind}_code")(row) if kind else plan_page(row)


def _subject_name(row):
    return f"「{row.get(f'{_subject(row)}_title') or '計画'}」の"


def _subjects(*kinds):
    return {
        f"{kind}_{column}": F(f"{kind}__{column}")
        for kind in kinds
        for column in ("code", "title")
    }


def register() -> None:
    measure_page = page_of("measure-detail", "measure_code")
    for story in (
        text_story(
            Initiative,
            *("label", "title", "description", "easy_summary"),
            word="level3_label",
            name=lambda row: row["title"],
            page=page_of("initiative-detail"),
            columns={"department": F("department__name")},
            words={"担当課": lambda row: row["department"] or EMPTY},
        ),
        text_story(
            Activity,
            "text",
            word="activity_label",
            name=lambda row: row["text"],
            page=page_of("initiative-detail", "initiative_code"),
            about={"initiative_code": F("initiative__code")},
        ),
        text_story(
            CocreationAction,
            *("actor", "heading", "feeling_change", "behaviour_change", "appeal"),
            word="共創の行動と呼びかけ",
            name=lambda row: CocreationAction.Actor(row["actor"]).label,
            page=measure_page,
            about=_MEASURE,
        ),
        text_story(
            Voice,
            *("quotation", "role"),
            word="インタビュー",
            name=lambda row: row["role"],
            page=measure_page,
            about=_MEASURE,
        ),
        VoiceOfAYear(
            kind="review",
            model=Review,
            columns=text_columns("state", "fiscal_year", "rating", "comment"),
            words=REVIEW_WORDS,
            word=lambda row: "担当課評価",
            name=_subject_name,
            page=_subject_page,
            about=_subjects("initiative", "measure", "policy"),
            only=is_public_voice,
        ),
        VoiceOfAYear(
            kind="opinion",
            model=CommitteeOpinion,
            columns=text_columns("state", "fiscal_year", "text"),
            words=OPINION_WORDS,
            word=lambda row: "委員会の意見",
            name=_subject_name,
            page=_subject_page,
            about=_subjects("policy"),
            only=is_public_voice,
        ),
    ):
        register_story(story)
