"""The figures at the head of a target's page: latest value, expected, start, goal."""

from datetime import date

from indicators.figures import number_text, year_text
from indicators.following import FollowedTarget, settings_of
from indicators.judged_years import JudgedYear
from indicators.judgement_labels import WAITING
from indicators.judgement_words import actual_unit, percent_text
from indicators.pace import pace_text
from indicators.presenters.target_years import TargetYear
from indicators.progress import judge
from indicators.progress_values import Status
from indicators.units import split_unit
from plans.fiscal_year import era_text

_NO_START = (
    "出発点の値がないため、進み方は計算できません。"
    "目標に届いたかどうかだけを判定します。"
)
_ON_THE_WAY = {
    Status.ON_TRACK,
    Status.SLIGHTLY_BEHIND,
    Status.BEHIND,
    Status.REGRESSED,
}


def figures(
    target: FollowedTarget, shown: TargetYear, path: TargetYear, attainment: str
) -> list[dict]:
    """The figures with units and years; what is not printed is said in words.

    `path` is the year of the expected value: before anything was published the running
    one. A goal in words has no figures.
    """
    terms = shown.judged.terms
    goal = terms.goal_in(shown.year)
    if goal.state == "statement":
        return []
    unit = terms.unit_in(shown.year)
    expected = []
    if path.expected:
        row = _figure(_expected_label(terms, shown, path), None, terms, unit)
        expected = [{**row, "value": path.expected}]
    label = f"基準値（{year_text(terms.baseline_year)}）"
    start = _figure(label, terms.baseline, terms, terms.baseline_unit, "原典に記載なし")
    rows = [start, *expected]
    if shown.value is not None:
        kind = "速報" if shown.judged.provisional else "確定"
        label = f"{era_text(shown.year)}の実績（{kind}）"
        own_unit = actual_unit(terms, shown.year)
        latest = _figure(label, shown.value, terms, own_unit, css="fig-lg")
        rows = [latest, *expected, start]
    word = "見込み" if terms.mode == "monitor" else "目標値"
    label = f"{word}（{year_text(goal.year)}）"
    rows.append(_figure(label, goal.value, terms, goal.unit, "未設定"))
    rows += _mended(terms, target.terms, shown.year)
    rows += _coming_goals(target.terms, shown.year)
    if attainment:
        rows.append(_text_figure("目標値に対する割合", attainment))
    return rows


def _text_figure(label, text):
    return {"label": label, "value": text, "unit": "", "missing": "", "css": ""}


def _mended(terms, now, year):
    """Baseline and goal as they read today, where they were put right since."""
    rows, goal, new_goal = [], terms.goal_in(year), now.goal_in(year)
    old = (terms.baseline, terms.baseline_unit, terms.baseline_year)
    if old != (now.baseline, now.baseline_unit, now.baseline_year):
        label = f"直したあとの基準値（{year_text(now.baseline_year)}）"
        figure = (now.baseline, now, now.baseline_unit, "原典に記載なし")
        rows.append(_figure(label, *figure))
    if _aim(goal) != _aim(new_goal):
        label = f"直したあとの目標値（{year_text(new_goal.year)}）"
        rows.append(_goal_figure(label, new_goal, now))
    return rows


def _coming_goals(terms, year):
    """Goals that were decided and take effect after the year shown."""
    later = [goal for goal in terms.goals if (goal.effective_from or 0) > year]
    return [
        _goal_figure(
            f"{era_text(goal.effective_from)}からの目標値（{year_text(goal.year)}）",
            goal,
            terms,
        )
        for goal in sorted(later, key=lambda goal: goal.effective_from)
    ]


def _aim(goal):
    return goal.state, goal.value, goal.unit, goal.year, goal.text


def _goal_figure(label, goal, terms):
    if goal.state == "statement":
        return _text_figure(label, f"言葉による目標「{goal.text}」")
    return _figure(label, goal.value, terms, goal.unit, "未設定")


def _figure(label, value, terms, unit, missing="", css=""):
    text = "" if value is None else number_text(value, terms.decimals)
    return {
        "label": label,
        "value": text,
        "unit": unit,
        "missing": missing,
        "css": css,
    }


def _expected_label(terms, shown, path):
    word = "見込み" if terms.mode == "monitor" else "目安"
    if path.year == shown.year:
        return f"{era_text(path.year)}の{word}"
    return f"今年度（{era_text(path.year)}）の{word}"


def attainment_text(target: FollowedTarget, plan, year: int, today: date) -> str:
    """The share of the goal, where no baseline gives a better measure."""
    result = judge(
        target.judged(year, today, settings_of(plan)).terms,
        target.observed(),
        year=year,
        as_of=today,
        settings=settings_of(plan),
    )
    if result.attainment is None:
        return ""
    return percent_text(result.attainment, achieved=result.status == Status.ACHIEVED)


def pace(target: FollowedTarget, shown: TargetYear, last: JudgedYear | None) -> str:
    """What the goal still asks for, from the newest value or the baseline on."""
    terms, status = target.terms, shown.judged.status
    if shown.is_over or terms.is_kept_in(shown.year) or terms.mode == "monitor":
        return ""
    if status in WAITING and terms.baseline is None:
        return _NO_START
    if status not in {*WAITING, *_ON_THE_WAY} or terms.baseline_year is None:
        return ""
    since, value, unit = terms.baseline_year, terms.baseline, terms.baseline_unit
    newest = shown.judged if shown.value is not None else last
    if newest and newest.value is not None and newest.year > since:
        since, value = newest.year, newest.value
        unit = newest.terms.unit_in(newest.year)
    newest_goal = max(goal.effective_from or shown.year for goal in terms.goals)
    year = max(newest_goal, shown.year)
    if split_unit(unit)[0] != split_unit(terms.unit_in(year))[0]:
        return ""
    return pace_text(terms, since=since, value=value, year=year)
