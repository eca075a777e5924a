"""How a revision changes the judgement, before anybody has confirmed it.

A year without a value is judged as if the newest value had stayed the same, and the
page says so: without a value there would be nothing to compare.
"""

from dataclasses import replace
from datetime import date

from indicators.figures import figure_text
from indicators.following import FollowedTarget, with_later
from indicators.judgement_labels import label_of
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.models import GoalRevision
from indicators.presenters.targets import goal_text
from indicators.progress import judge
from indicators.progress_values import Goal, Observed, Settings, Terms
from plans.fiscal_year import era_text, latest_finished, of_date


def terms_with(followed: FollowedTarget, revision: GoalRevision) -> Terms:
    """The terms of a target with one goal more."""
    new = Goal(
        revision.goal_value,
        revision.goal_fiscal_year,
        revision.goal_unit,
        revision.goal_state,
        revision.effective_from_fy,
        revision.goal_text,
    )
    return with_later(followed.terms, [new])


def is_the_goal_in_force(followed: FollowedTarget, revision: GoalRevision) -> bool:
    """Whether the revision says what holds in its year anyway."""
    year = revision.effective_from_fy
    old, new = (
        followed.terms.goal_in(year),
        terms_with(followed, revision).goal_in(year),
    )
    return replace(old, effective_from=year) == new


def changed_years(
    followed: FollowedTarget,
    revision: GoalRevision,
    rows: dict[int, Observed],
    *,
    today: date,
    settings: Settings,
) -> list[dict]:
    """The last finished year and this one, or the first year of the revision.

    `rows` are the values of the target by year, also those not published yet.
    """
    first = revision.effective_from_fy
    now = [y for y in (latest_finished(today), of_date(today)) if y >= first]
    new = terms_with(followed, revision)
    return [
        _year(year, followed.terms, new, rows, today, settings)
        for year in now or [first]
    ]


def _year(year, old, new, rows, today, settings):
    basis = ""
    known = [y for y, row in rows.items() if row.value is not None and y < year]
    if known and not (year in rows and (rows[year].value is not None)):
        last = max(known)
        figure = figure_text(rows[last].value, old.decimals, old.unit_in(last))
        basis = (
            f"{era_text(year)}の値はまだないため、{era_text(last)}の{figure}の"
            "ままだったとして計算しています。"
        )
        rows = {**rows, year: Observed(rows[last].value)}
        today = max(today, date(year + 1, 4, 1))
    sides = [
        _side(word, terms, rows, year, today, settings)
        for word, terms in (("前の目標", old), ("新しい目標", new))
    ]
    return {"year": era_text(year), "basis": basis, "sides": sides}


def _side(word, terms, rows, year, today, settings):
    result = judge(terms, rows, year=year, as_of=today, settings=settings)
    label, expected = label_of(result, terms), expected_text(result, terms)
    return {
        "word": word,
        "goal": goal_text(terms, year),
        "expected": f"{expected}{terms.unit_in(year)}" if expected else "―",
        "chip": {"css": label.css, "symbol": label.symbol, "word": label.word},
        "sentence": reason_of(result, terms),
        "steps": steps_of(result, terms, settings),
    }
