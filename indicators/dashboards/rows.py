"""Targets as rows of a dashboard: name, status, reason, bar, numbers, all as text."""

from decimal import ROUND_HALF_UP, Decimal

from indicators.dashboards.bars import bar_of, distance, why_no_bar
from indicators.dashboards.standing import Standing, chip, target_link, title_of
from indicators.figures import number_text
from indicators.judgement_words import actual_unit
from indicators.models import Observation
from indicators.pace import pace_text
from indicators.progress_values import Status
from plans.fiscal_year import era_text, latest_finished, short_text
from plans.models import Plan

_WITHOUT_BASELINE = (
    "出発点の値がないため、進み方は計算できません。"
    "目標に届いたかどうかだけを判定します。"
)
# Judged as they are with a value or without.
_WITHOUT_A_VALUE = (Status.MONITOR, Status.GOAL_UNDECIDED, Status.UNIT_CHECK)


def item(standing: Standing, plan: Plan, *, with_distance=False) -> dict:
    """One target of the list, formatted once."""
    values = standing.target.values
    return {
        **target_link(standing, plan),
        "is_falling": _is_falling(standing),
        "scope_note": values["scope_note"],
        "chip": None if standing.is_past_due else chip(standing.label),
        "reasons": reasons(standing),
        "last": _last(standing),
        "bar": bar_of(standing),
        "no_bar": why_no_bar(standing),
        "numbers": numbers(standing),
        "distance": distance_text(standing) if with_distance else "",
    }


def _is_falling(standing):
    """A target to bring down, which a reader would not expect; a kept one is none."""
    terms, goal = standing.terms, standing.goal
    if terms.mode != "goal" or goal.state != "set" or goal.value is None:
        return False
    if terms.baseline is None:
        return terms.direction == "decrease"
    return goal.value < terms.baseline


def reasons(standing: Standing) -> list[str]:
    """Why the status is what it is, and the pace that a goal without a value needs."""
    judged, terms = standing.judged, standing.terms
    if standing.is_past_due:
        return ["この年度の実績は、このサイトに登録されていません。"]
    if standing.group != "waiting":
        return [text for text in (judged.sentence, _missing(standing)) if text]
    said = [] if standing.period.is_empty else [judged.sentence]
    if judged.status == Status.COLLECTING:
        said = [judged.sentence]
    if terms.baseline is None:
        return [*said, _WITHOUT_BASELINE]
    return [text for text in (*said, _pace(standing)) if text]


def _missing(standing):
    """That the year has no value, where the status does not depend on it.

    Before anything was published the page says so once for all rows.
    """
    judged, period = standing.judged, standing.period
    is_silent = judged.status in _WITHOUT_A_VALUE and not judged.is_published
    if not is_silent or period.is_empty:
        return ""
    year = era_text(judged.year)
    if period.is_over:
        return f"{year}の実績は、このサイトに登録されていません。"
    if judged.year > latest_finished(period.today):
        return f"{year}は、まだ終わっていません。"
    return f"{year}の実績は、まだこのサイトに登録されていません。"


def _pace(standing):
    terms, last, year = standing.terms, standing.last, standing.on_path.year
    since, value = terms.baseline_year, terms.baseline
    if terms.mode == "maintain" or since is None:
        return ""
    if last and last.year > since:
        if last.terms.unit_in(last.year) != terms.unit_in(year):
            return ""
        since, value = last.year, last.value
    return pace_text(terms, since=since, value=value, year=year)


def _last(standing):
    """The last status of a target that has no value in the year shown."""
    last = standing.last
    if last is None:
        return None
    return {"year": era_text(last.year), **chip(last.label)}


def numbers(standing: Standing) -> list[dict]:
    """The numbers of the bar as text: what the picture shows, a reader can read."""
    terms, goal = standing.terms, standing.goal
    if goal.state == "statement":
        is_said = goal.text in ("", title_of(standing))
        return [] if is_said else [{"label": "目標", "value": goal.text}]
    has_goal = goal.state == "set" and goal.value is not None
    unit = goal.unit or terms.baseline_unit
    watching = terms.mode == "monitor"
    rows = [_baseline(terms, goal, unit)]
    if standing.expected:
        year = short_text(standing.period.path_year)
        word = "見込み" if watching else "目安"
        rows.append(
            {"label": f"{word}（{year}）", "value": f"{standing.expected}{unit}"}
        )
    rows += _actual(standing)
    aim = "未設定"
    if has_goal:
        aim = f"{number_text(goal.value, terms.decimals)}{unit}"
    rows.append(_row("見込み" if watching else "目標", goal.year, aim))
    return rows


def _row(word, year, value):
    label = f"{word}（{short_text(year)}）" if year else word
    return {"label": label, "value": value}


def _baseline(terms, goal, unit):
    if terms.baseline is None:
        return _row("基準値", terms.baseline_year, "記載なし")
    own_unit = terms.baseline_unit or unit
    text = f"{number_text(terms.baseline, terms.decimals)}{own_unit}"
    return _row("基準値", terms.baseline_year, text)


def _actual(standing):
    """The actual value; before anything was published no row repeats that."""
    judged, terms = standing.judged, standing.terms
    year = short_text(judged.year)
    if judged.value is not None:
        label = f"実績（{year}{'・速報' if judged.provisional else ''}）"
        text = number_text(judged.value, terms.decimals)
        return [{"label": label, "value": f"{text}{actual_unit(terms, judged.year)}"}]
    rows = standing.target.publications.get(judged.year)
    if rows:
        word = Observation.ValueState(rows[-1]["value_state"]).label
    elif standing.period.is_empty:
        return []
    else:
        word = standing.label.word if standing.group == "waiting" else "登録なし"
    return [{"label": f"実績（{year}）", "value": word}]


def distance_text(standing: Standing) -> str:
    """目安より、全体の幅の10.2%分遅れ: the whole is from the baseline to the goal."""
    share = distance(standing)
    if share is None:
        return ""
    percent = (abs(share) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if percent == 0:
        return "目安どおり"
    return f"目安より、全体の幅の{percent:,}%分{'先行' if share > 0 else '遅れ'}"
