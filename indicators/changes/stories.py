"""The stories of targets, interim goals, limits and surveys."""

from django.db.models import CharField, F, Q
from django.db.models.functions import Cast
from django.urls import reverse

from indicators.changes.goals import goal_story
from indicators.changes.values import ReportStory, ValueStory
from indicators.models import (
    JudgementSettings,
    Milestone,
    SurveyIndicator,
    SurveyResult,
    SurveyWave,
    Target,
)
from indicators.presenters.terms_history import (
    TERM_COLUMNS,
    TERM_WORDS,
    interim_text,
)
from indicators.survey_corrections import INDICATOR_WORDS, WAVE_WORDS, result_words
from initiatives.changes import VoiceOfAYear
from initiatives.corrections import PUBLISHED
from plans.changes.field_words import field_words
from plans.changes.history_story import HistoryStory, as_text, text_columns
from plans.changes.news import register_story
from plans.changes.texts import page_of, text_story
from plans.fiscal_year import era_text

_LIMITS = ("k_on", "k_slight", "regress_tol")


def _result_word(name):
    return lambda row: result_words(row["decimals"])[name](row)


def _target_story():
    return text_story(
        Target,
        *("name", "scope_note"),
        word="target_label",
        name=lambda row: row["name"] or row["goal_text"],
        page=page_of("target-detail"),
        columns={
            **text_columns(*TERM_COLUMNS),
            **as_text("baseline_value", "goal_value"),
        },
        words=TERM_WORDS,
    )


def _milestone_story():
    return HistoryStory(
        kind="milestone",
        model=Milestone,
        columns={
            "year": F("fiscal_year"),
            "value": Cast("value", CharField()),
            "decimals": F("target__decimals"),
        },
        words={"中間の目標": _interim},
        word=lambda row: f"{row['label']}「{row['target']}」の中間の目標",
        name=_interim,
        page=page_of("target-detail"),
        about={
            "label": F("target__plan__target_label"),
            "target": F("target__name"),
            "code": F("target__code"),
        },
    )


def _interim(row):
    return interim_text(row, row["decimals"] or 0)


def _indicator_story():
    return text_story(
        SurveyIndicator,
        *("label", "question", "answer"),
        word="評価項目",
        name=lambda row: row["question"],
        page=page_of("survey-detail"),
        columns={
            "baseline": Cast("baseline_value", CharField()),
            "baseline_year": F("baseline_fiscal_year"),
            "decimals": F("decimals"),
            "direction": F("desired_direction"),
        },
        words=INDICATOR_WORDS,
    )


def _wave_story():
    return VoiceOfAYear(
        kind="wave",
        model=SurveyWave,
        columns=text_columns(
            *("state", "fiscal_year", "sent", "valid_n", "method", "self_selected")
        ),
        words=WAVE_WORDS,
        word=lambda row: "市民アンケートの結果",
        name=lambda row: "",
        page=lambda row: reverse("plan-dashboard", args=[row["plan_slug"]]),
        only=lambda last_finished: Q(state=PUBLISHED) & ~Q(history_type="-"),
    )


def _result_story():
    """Results come with their wave; alone they are told where they were corrected."""
    return HistoryStory(
        kind="result",
        model=SurveyResult,
        columns={
            **as_text("percent"),
            **text_columns("n", "comparable"),
            "decimals": F("indicator__decimals"),
        },
        words={name: _result_word(name) for name in result_words(0)},
        word=lambda row: f"{era_text(row['year'])}の市民アンケートの結果",
        name=lambda row: row["question"],
        page=page_of("survey-detail"),
        about={
            "year": F("wave__fiscal_year"),
            "question": F("indicator__question"),
            "code": F("indicator__code"),
        },
        only=lambda last_finished: (
            Q(wave__state=PUBLISHED, history_type="~") & Q(history_change_reason__gt="")
        ),
    )


def _limits_story():
    return HistoryStory(
        kind="limits",
        model=JudgementSettings,
        columns={**as_text(*_LIMITS), "assumed_n": F("assumed_n")},
        words=field_words(JudgementSettings, *_LIMITS, "assumed_n"),
        word=lambda row: "判定の設定",
        name=lambda row: "順調と遅れの境",
        page=lambda row: reverse("how-we-judge"),
    )


def register() -> None:
    for story in (
        ValueStory(),
        ReportStory(),
        goal_story(),
        _target_story(),
        _milestone_story(),
        _limits_story(),
        _indicator_story(),
        _wave_story(),
        _result_story(),
    ):
        register_story(story)
