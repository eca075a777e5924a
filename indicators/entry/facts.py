"""The figures beside a box: last year's value, the expected one, the goal."""

from indicators.entry.known import Known
from indicators.figures import figure_text
from indicators.judgement_labels import LABELS
from indicators.models import Observation, Target
from indicators.progress_values import Status
from plans.fiscal_year import era_text

_STATE_WORDS = dict(Observation.ValueState.choices)


def facts(known: Known, judgement: dict) -> list[dict]:
    expected = "見込み" if known.terms.mode == "monitor" else "目安"
    goal = known.terms.goal_in(known.year)
    goal_year = f"（{era_text(goal.year)}）" if goal.year else ""
    texts = (
        (f"前年度（{era_text(known.year - 1)}）の実績", last_text(known)),
        (f"{era_text(known.year)}の{expected}", _expected(known, judgement)),
        (f"目標{goal_year}", goal_text(known)),
    )
    return [{"label": label, "value": text} for label, text in texts if text]


def last_text(known: Known) -> str:
    """The value of the year before, and how far it has come."""
    last = known.last
    if last is None or (last.value is None and not last.state):
        return "登録されていません"
    words = _STATE_WORDS.get(last.state) or _figure(known, last.value, last.unit)
    return f"{words}（{last.standing}）"


def public_facts(known: Known) -> list[dict]:
    """What visitors read of the year while its box may say another thing already."""
    row = known.published
    if row is None:
        return []
    state = _STATE_WORDS.get(row["value_state"])
    words = state or _figure(known, row["value"], known.unit)
    mark = "（速報）" if row["provisional"] else ""
    return [{"label": "公開中の値", "value": f"{words}{mark}"}]


def _expected(known, judgement):
    text = judgement["expected_text"]
    return f"{text}{known.unit}" if text else ""


def goal_text(known: Known) -> str:
    """The goal in force in the round's year, in words."""
    goal = known.terms.goal_in(known.year)
    if goal.state == Target.GoalState.STATEMENT:
        return goal.text
    if goal.state == Target.GoalState.UNDECIDED or goal.value is None:
        return "未定"
    return _figure(known, goal.value, goal.unit)


def _figure(known, value, unit):
    return figure_text(value, known.decimals, unit)


def judged_words(judgement: dict) -> str:
    """判定は「やや遅れ」の見込みです。"""
    return f"判定は「{LABELS[Status(judgement['status'])].word}」の見込みです。"


def value_text(known: Known, observation: Observation) -> str:
    """The stored value in words: 940人／年（速報）."""
    if observation.value is None:
        return observation.get_value_state_display() or "値がありません"
    mark = "（速報）" if observation.provisional else ""
    return f"{_figure(known, observation.value, known.unit)}{mark}"
