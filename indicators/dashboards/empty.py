"""What a dashboard shows before anything was published: what is known, what comes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from indicators.dashboards.standing import Period, Standing, target_link
from indicators.progress_values import Terms
from indicators.units import units_differ
from plans.fiscal_year import day_text, era_text, latest_finished, of_date
from plans.models import Plan

# What a target needs before its value can be judged, in the order of asking.
_QUESTIONS = {
    "monitor": (
        "推移を確認",
        "増えることが良いとも悪いとも言えないため、値の動きだけを示します。",
    ),
    "goal_statement": ("言葉による目標", "数値ではなく、言葉で定めた目標です。"),
    "goal_undecided": ("目標値未設定", "原典に目標の数値がありません。"),
    "unit_check": ("単位確認中", "基準値と目標値の単位が違います。"),
    "no_baseline": (
        "基準値なし",
        "出発点の値が原典にありません。目標に届いたかどうかだけを判定します。",
    ),
    "no_years": ("年度が未設定", "基準年度か目標年度が原典にありません。"),
}


_TO_CONFIRM = "発行者の確認が必要"
_MOST_NAMED = 20


def question_about(terms: Terms, year: int) -> str:
    """What keeps a value from being judged; empty for a target that is ready."""
    goal = terms.goal_in(year)
    is_kept = terms.is_kept_in(year)
    found = (
        ("monitor", terms.mode == "monitor"),
        ("goal_statement", goal.state == "statement"),
        ("goal_undecided", goal.state != "set" or goal.value is None),
        ("unit_check", _is_in_doubt(terms, goal)),
        ("no_baseline", terms.baseline is None and not is_kept),
        ("no_years", not is_kept and not (terms.baseline_year and goal.year)),
    )
    return next((name for name, is_so in found if is_so), "")


def _is_in_doubt(terms, goal):
    if terms.unit_confirmed or terms.baseline is None:
        return False
    return units_differ(terms.baseline_unit, goal.unit)


def figures(standings: Sequence[Standing], noun: str) -> list[dict]:
    """How many targets there are, and how many can be judged once values come."""
    asked = [question_about(each.target.terms, each.period.year) for each in standings]
    watched = asked.count("monitor")
    in_words = asked.count("goal_statement")
    ready = asked.count("")
    rows = [
        (noun, len(asked), True),
        ("実績が出れば判定できる", ready, True),
        (_TO_CONFIRM, len(asked) - ready - watched - in_words, True),
        ("推移だけを見る", watched, watched),
        ("言葉による目標", in_words, in_words),
    ]
    return [
        {
            "label": label,
            "count": f"{count:,}",
            "url": "#h-questions" if label == _TO_CONFIRM and count else "",
        }
        for label, count, shown in rows
        if shown
    ]


def questions(standings: Sequence[Standing], plan: Plan) -> list[dict]:
    """Why some targets cannot be judged yet, and which they are."""
    asked = defaultdict(list)
    for each in standings:
        asked[question_about(each.target.terms, each.period.year)].append(each)
    return [
        {
            "word": word,
            "count": f"{len(asked[code]):,}",
            "text": text,
            "targets": [target_link(each, plan) for each in asked[code][:_MOST_NAMED]],
            "left": _left(len(asked[code])),
        }
        for code, (word, text) in _QUESTIONS.items()
        if code in asked
    ]


def _left(count):
    return f"{count - _MOST_NAMED:,}" if count > _MOST_NAMED else ""


def upcoming(
    standings: Sequence[Standing], period: Period, noun: str, survey_count: int
) -> list[dict]:
    """What will be published: past years, the running year, the next survey."""
    first = _first_year(standings, period)
    last, now = latest_finished(period.today), of_date(period.today)
    what = f"{noun}（{len(standings):,}件）の実績"
    rows = []
    if first <= last:
        rows.append(_upcoming(_years_text(first, last), what, "未報告"))
    end = date(now + 1, 3, 31)
    note = f"{day_text(end)}に年度が終わります"
    rows.append(_upcoming(era_text(now), what, "報告時期前", note))
    if survey_count:
        what = f"市民アンケートの{survey_count:,}項目"
        rows.append(_upcoming("時期は未定", what, "次回調査待ち"))
    return rows


def _first_year(standings, period):
    """The year after the baseline that most targets share."""
    starts = Counter(each.target.terms.baseline_year for each in standings)
    known = [year for year, _ in starts.most_common() if year]
    return known[0] + 1 if known else period.year


def _upcoming(when, what, word, note=""):
    chip = {"symbol": "－", "word": word, "css": "none"}
    return {"when": when, "what": what, "chip": chip, "note": note}


def _years_text(first, last):
    """令和7年度, 令和6年度と令和7年度, or the span of more."""
    if first == last:
        return era_text(last)
    if last - first == 1:
        return f"{era_text(first)}と{era_text(last)}"
    return f"{era_text(first)}から{era_text(last)}まで"
