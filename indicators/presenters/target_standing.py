"""Where a target stands: all of its page that depends on the years."""

from indicators.presenters.chart_findings import finding
from indicators.presenters.target_chart import target_chart, why_no_chart
from indicators.presenters.target_figures import attainment_text, figures, pace
from indicators.presenters.target_history import goal_history, value_history
from indicators.presenters.target_reading import TargetReading
from indicators.presenters.target_voices import voices
from indicators.presenters.target_years import units_of, year_rows
from indicators.presenters.targets import chip
from indicators.presenters.terms_history import terms_history
from indicators.progress_values import Status
from plans.fiscal_year import era_text, long_text, short_text


def standing_texts(read: TargetReading, plan, today):
    """Figures, chart, table, sum, voices and history as texts."""
    followed, shown = read.followed, read.shown
    attainment = attainment_text(followed, plan, shown.year, today)
    return {
        "last": _last(read.last_judged),
        "figures": figures(followed, shown, read.path, attainment),
        "pace": pace(followed, shown, read.last),
        "finding": finding(shown.judged.terms, shown.judged, read.last),
        "chart": target_chart(followed, read.years, shown.year, read.path.year),
        "no_chart": why_no_chart(followed, read.years, shown.year),
        "table": _table(read),
        "explanation": shown.judged.reason,
        "sum": _sum(read),
        "unjudged": _unjudged(read.shown),
        "voices": voices(read.parts, shown.year, today),
        "values": value_history(followed),
        "mended": terms_history(read.parts, followed.terms.decimals),
        "goals": goal_history(followed, read.parts["goal_revision"]),
    }


def _last(judged):
    """The verdict of an earlier year, where the year shown has no value."""
    if judged is None:
        return None
    return {
        "year": era_text(judged.year),
        "chip": {**chip(judged), "css": "past"},
        "reason": judged.sentence,
    }


def _table(read):
    """The numbers of the chart by year; None where there is not one."""
    rows = year_rows(read.years, read.followed, read.shown.year)
    values = read.followed.values
    if not any(row["expected"] or row["actual"] for row in rows):
        return None
    start, goal = values["baseline_unit"], values["goal_unit"]
    unit = goal or start
    if len(units_of(read.years)) > 1:
        unit = "年度によって違います"
    elif start and goal and start != goal:
        unit = f"基準値は{start}、目標は{goal}"
    first = read.years[0].year
    return {
        "rows": rows,
        "unit": unit,
        "legend": f"{short_text(first)}は{long_text(first)}",
        "has_path": any(row["expected"] for row in rows),
        "has_difference": any(row["difference"] for row in rows),
        "path_word": "見込み" if read.shown.judged.terms.mode == "monitor" else "目安",
    }


def _unjudged(shown):
    """Said where a judgement would stand."""
    if shown.judged.status == Status.DISCONTINUED:
        return shown.judged.sentence
    return f"{era_text(shown.year)}の判定は、まだありません。"


def _sum(read):
    """The sum behind the judgement that is shown, with the version of its rules."""
    judged = read.shown.judged
    if judged.value is None:
        return None
    published = read.followed.publications[judged.year][-1]
    return {
        "steps": judged.steps,
        "unit": judged.terms.unit_in(judged.year),
        "sentence": judged.sentence,
        "chip": chip(judged),
        "rule_version": published["rule_version"],
    }
