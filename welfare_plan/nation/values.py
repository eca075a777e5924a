"""The targets, values, reviews and surveys of an invented plan, as records.

A value is judged and stored as `indicators.actions.publish` would, by the same rules.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from indicators.actions import STATUSES_WITH_A_REASON, judged_fields
from indicators.followed_rows import COLUMNS
from indicators.following import observed, settings_of, terms_of
from indicators.models import (
    JudgementSettings,
    Observation,
    PublishedValue,
    SurveyIndicator,
    SurveyResult,
    SurveyWave,
    Target,
)
from indicators.progress_values import Status
from initiatives.models import Initiative, Review
from plans.models import BasicPolicy, Plan
from welfare_plan.nation.batch import Batch
from welfare_plan.nation.shapes import (
    BASELINE_YEAR,
    GOAL_YEAR,
    SHAPES,
    YEARS,
    Figures,
    Shape,
    figures,
)

_K_ON = ("0.900", "0.950", "1.000")
_K_SLIGHT = ("0.500", "0.600", "0.700")
_STATE_REASON = "（サンプル）感染症の広がりのため、行いませんでした。"
_STATUS_REASON = "（サンプル）参加者が見込みより少ない年でした。"
_SURVEY_YEAR = 2023
_ASKED = 1_500


class PlanValues:
    """All that is counted, asked and said of one plan's progress."""

    def __init__(self, batch: Batch, plan: Plan, random: Random, *, is_gathering: bool):
        """With limits of judging that are the plan's own.

        Those who still gather have submitted the newest year, not published it.
        """
        batch.add(
            JudgementSettings,
            plan=plan,
            k_on=Decimal(random.choice(_K_ON)),
            k_slight=Decimal(random.choice(_K_SLIGHT)),
        )
        self._batch, self._plan, self._random = batch, plan, random
        self._settings = settings_of(plan)
        self._wave = None
        self._day = random.randrange(28)
        self._unpublished = {YEARS[-1]} if is_gathering else set()

    def target(self, initiative: Initiative, shape_name: str, name: str) -> Target:
        shape = SHAPES[shape_name]
        found = figures(shape, self._random)
        target = self._batch.add(
            Target, **_target_fields(initiative, shape, name, found)
        )
        self._values(target, found)
        return target

    def _values(self, target, found: Figures):
        terms = terms_of({name: getattr(target, name) for name in COLUMNS})
        rows = {}
        for year, said in found.values.items():
            fields = _said(said)
            rows[year] = observed(fields)
            judgement = judged_fields(
                terms,
                rows,
                year,
                as_of=timezone.localdate(self._moment(year)),
                settings=self._settings,
            )
            if Status(judgement["status"]) in STATUSES_WITH_A_REASON:
                fields["reason"] = _STATUS_REASON
            self._store(target, year, fields, judgement)

    def _store(self, target, year, fields, judgement):
        at, is_public = self._moment(year), year not in self._unpublished
        states = Observation.State
        observation = self._batch.add(
            Observation,
            target=target,
            fiscal_year=year,
            state=states.PUBLISHED if is_public else states.SUBMITTED,
            submitted_at=at,
            approved_at=at if is_public else None,
            is_sample=True,
            **fields,
        )
        if is_public:
            self._batch.add(
                PublishedValue,
                observation=observation,
                revision=1,
                published_at=at,
                **fields,
                **judgement,
            )

    def _moment(self, year):
        """A day of the September after the year, at nine in the morning."""
        september = timezone.make_aware(datetime(year + 1, 9, 1, 9))
        return september + timedelta(days=self._day)

    def review(self, initiative: Initiative) -> None:
        """The newest year in words."""
        rating = self._random.choice("ABBBC")
        self._batch.add(
            Review,
            plan=self._plan,
            initiative=initiative,
            fiscal_year=YEARS[-1],
            rating=rating,
            comment=f"（サンプル）{Review.Rating(rating).label}進みました。"
            if rating == "B"
            else "（サンプル）次の年度のやり方を話し合っています。",
            state=Review.State.PUBLISHED,
            submitted_at=self._moment(YEARS[-1]),
            approved_at=self._moment(YEARS[-1]),
            is_sample=True,
        )

    def survey(self, policy: BasicPolicy, place: int, row) -> None:
        question, answer, baseline, direction = row
        self._wave = self._wave or self._new_wave()
        indicator = self._batch.add(
            SurveyIndicator,
            plan=self._plan,
            policy=policy,
            code=f"{policy.code}-{place}",
            position=place,
            question=question,
            answer=answer,
            baseline_value=Decimal(str(baseline)),
            baseline_fiscal_year=BASELINE_YEAR,
            desired_direction=direction,
        )
        change = self._random.randrange(-60, 90)
        self._batch.add(
            SurveyResult,
            plan=self._plan,
            wave=self._wave,
            indicator=indicator,
            percent=indicator.baseline_value + Decimal(change) / 10,
        )

    def _new_wave(self):
        return self._batch.add(
            SurveyWave,
            plan=self._plan,
            fiscal_year=_SURVEY_YEAR,
            sent=2 * _ASKED,
            valid_n=self._random.randrange(_ASKED // 2, _ASKED),
            method="郵送（サンプル）",
            state=SurveyWave.State.PUBLISHED,
            is_sample=True,
        )


def _said(value) -> dict:
    """A number or a state, in the fields of an observation and a publication."""
    is_number = isinstance(value, Decimal)
    return {
        "value": value if is_number else None,
        "value_state": "" if is_number else value,
        "provisional": False,
        "break_in_series": False,
        "note": "",
        "reason": _STATE_REASON if value == "not_implemented" else "",
    }


def _target_fields(initiative, shape: Shape, name, found: Figures):
    in_words = shape.goal_state == Target.GoalState.STATEMENT
    falls = shape.change[1] < 0
    direction = Target.Direction.DECREASE if falls else Target.Direction.INCREASE
    has_goal = found.goal is not None
    return {
        "plan": initiative.plan,
        "initiative": initiative,
        "code": initiative.code,
        "position": initiative.position,
        "name": "" if in_words else name,
        "goal_text": name if in_words else "",
        "measure_type": shape.measure_type,
        "evaluation_mode": shape.mode,
        "direction": "" if in_words else direction,
        "decimals": shape.decimals,
        "baseline_value": found.baseline,
        "baseline_unit": shape.unit if found.baseline is not None else "",
        "baseline_fiscal_year": None if found.baseline is None else BASELINE_YEAR,
        "goal_state": shape.goal_state,
        "goal_value": found.goal,
        "goal_unit": shape.unit if has_goal else "",
        "goal_fiscal_year": GOAL_YEAR if has_goal else None,
        "department": initiative.department,
    }
