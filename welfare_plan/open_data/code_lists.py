"""Every list of codes that a column takes its values from, each code with its word."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.judgement_labels import LABELS, STATE_WORDS, WHY_NOT_ASSESSABLE
from indicators.models import Observation, Target
from indicators.survey_words import LABELS as CHANGES
from initiatives.models import CocreationAction, Review
from plans.models import Plan, Publisher, Section, SourceNote


@dataclass(frozen=True)
class CodeList:
    """`entries` are code to word, in the order in which they are listed."""

    name: str
    label: str
    entries: Mapping[str, str]


def _choices(choices, *, without=()):
    return {code: word for code, word in choices.choices if code not in without}


def _words(labels):
    return {code.value: label.word for code, label in labels.items()}


WITHDRAWN = "withdrawn"
ASPECTS = {
    "feeling_change": "気持ちの変化",
    "behaviour_change": "行動の変化",
    "appeal": "呼びかけ",
}
_REASONS = {code: words[0] for code, words in WHY_NOT_ASSESSABLE.items()}
# The tables whose records a review, or a theme, is about.
_LEVELS = {"policies": "基本方針", "measures": "基本施策", "initiatives": "主な取組"}
_LISTS = (
    ("plan_kind", "計画の種類", _choices(Plan.Kind)),
    ("plan_state", "公開の状態", _choices(Plan.State, without=[Plan.State.DRAFT])),
    ("publisher_kind", "発行者の種類", _choices(Publisher.Kind)),
    ("licence", "利用条件", _choices(Publisher.Licence)),
    ("section_kind", "本文の節の種類", _choices(Section.Kind)),
    ("actor", "共創の行動の対象", _choices(CocreationAction.Actor)),
    ("aspect", "共創の行動の項目", ASPECTS),
    ("measure_type", "値の種類", _choices(Target.MeasureType)),
    ("evaluation_mode", "判定のしかた", _choices(Target.EvaluationMode)),
    ("direction", "めざす向き", _choices(Target.Direction)),
    ("goal_state", "目標値の状態", _choices(Target.GoalState)),
    ("value_state", "数値でないとき", _choices(Observation.ValueState)),
    (
        "revision_value_state",
        "数値でないとき（公表の記録）",
        {**_choices(Observation.ValueState), WITHDRAWN: "公表を取りやめた値"},
    ),
    ("auto_status", "自動判定", _words(LABELS)),
    ("status_reason", "判定できない理由", {**STATE_WORDS, **_REASONS}),
    ("rating", "担当課評価", _choices(Review.Rating)),
    ("survey_change", "評価項目の変化", _words(CHANGES)),
    ("subject_table", "対象の表", _LEVELS),
    (
        "theme_table",
        "テーマのある表",
        {**_LEVELS, "actions": "共創の行動", "windows": "相談窓口"},
    ),
    ("note_about", "注記の対象", _choices(SourceNote.AboutKind)),
    ("note_category", "注記の内容の種類", _choices(SourceNote.Category)),
    ("note_certainty", "注記の確からしさ", _choices(SourceNote.Certainty)),
)
CODE_LISTS = {name: CodeList(name, label, entries) for name, label, entries in _LISTS}
