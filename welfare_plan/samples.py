"""Sample values for `make demo`: invented, marked as such, and never in `make run`.

They go through the same steps as real ones: approved, published, judged. A row that is
there already stays as it is, so that loading twice changes nothing, and what staff
entered is never touched. Of real plans no field is changed.
"""

from datetime import datetime, time
from pathlib import Path

import yaml
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date

from indicators.actions import approve, publish
from indicators.models import (
    CouncilReport,
    GoalRevision,
    Milestone,
    Observation,
    SurveyIndicator,
    SurveyResult,
    SurveyWave,
    Target,
)
from indicators.reports.publishing import publish_report
from initiatives.answers import reopen, submit
from initiatives.models import CommitteeOpinion, Initiative, Review
from plans.models import BasicPolicy, Plan
from plans.page_scopes import SITE, plan_scope
from plans.publishing import open_scopes, publishing
from welfare_plan.plan_files.loading import load_plan_file

FOLDER = settings.BASE_DIR / "fixtures" / "samples"
SAMPLE_PLAN = "mihon-shi-chiiki-fukushi"
_MARKED = (Observation, Review, CommitteeOpinion, SurveyWave)


class SampleError(Exception):
    """A sample that cannot be loaded, in one line that names it."""


def sample_checks() -> list:
    """What the banner asks for: the invented plan, and rows marked as samples."""
    return [
        lambda: Plan.objects.filter(slug=SAMPLE_PLAN),
        *(
            lambda model=model: model.objects.filter(is_sample=True)
            for model in _MARKED
        ),
    ]


def keep_the_banner_true(scopes: frozenset[str]) -> None:
    """With the invented plan the banner of every page comes and goes."""
    if plan_scope(SAMPLE_PLAN) in scopes:
        open_scopes().add(SITE)


def load_samples(folder: Path = FOLDER) -> int:
    """Load the invented plan and all sample rows; how many rows were added.

    All of it in one transaction, or, on an error, nothing. Refused where there are real
    rows already, which visitors could take for samples, and samples for real.
    """
    if not Plan.objects.filter(slug=SAMPLE_PLAN).exists():
        _refuse_beside_real_rows()
    with publishing() as scopes:
        report = load_plan_file(folder / "mihon-shi.yaml")
        text = (folder / "values.yaml").read_text(encoding="utf-8")
        added = report.created
        for slug, rows in yaml.safe_load(text).items():
            try:
                added += _PlanSamples(_plan(slug), scopes).load(rows)
            except ValidationError as error:
                said = "、".join(error.messages)
                raise SampleError(f"values.yaml の {slug}：{said}") from error
    return added


def _refuse_beside_real_rows():
    for model in _MARKED:
        if model.objects.filter(is_sample=False).exists():
            raise SampleError(
                f"このデータベースには、実際の{model._meta.verbose_name}があります。"
                "サンプル値は、別のデータベースに読み込んでください（make demo）。"
            )


def _plan(slug):
    plans = Plan.objects.select_related(
        "publisher", "source_document", "judgement_settings"
    )
    plan = plans.filter(slug=slug).first()
    if plan is None:
        raise ValidationError("この計画は読み込まれていません。")
    return plan


class _PlanSamples:
    """The samples of one plan; `scopes` are those of the open publishing block."""

    def __init__(self, plan, scopes):
        self.plan, self.scopes, self.added = plan, scopes, 0

    def load(self, rows) -> int:
        if self.plan.slug != SAMPLE_PLAN and rows.keys() & {
            "milestones",
            "goal_revisions",
        }:
            raise ValidationError("実在の計画の目標は変えられません。")
        # Goals first, since values are judged by them; packs before their corrections.
        for name in (
            "milestones",
            "goal_revisions",
            "values",
            "reviews",
            "opinions",
            "surveys",
            "reports",
            "corrections",
        ):
            if name in rows:
                getattr(self, f"_{name}")(rows[name])
        return self.added

    def _milestones(self, rows):
        for code, years in rows.items():
            for year, value in years.items():
                target = self._target(code)
                self._put(
                    Milestone, {"target": target, "fiscal_year": year}, value=value
                )

    def _goal_revisions(self, rows):
        for code, row in rows.items():
            key = {"target": self._target(code)}
            key["effective_from_fy"] = row["effective_from_fy"]
            values = {name: value for name, value in row.items() if name not in key}
            self._put(GoalRevision, key, **values)

    def _values(self, years):
        for row in years:
            for code, fields in row["targets"].items():
                key = {"target": self._target(code), "fiscal_year": row["fiscal_year"]}
                value = self._put(Observation, key, is_sample=True, **fields)
                if value:
                    self._publish(value, row["published_on"])

    def _reviews(self, years):
        for row in years:
            for code, (rating, comment) in row["initiatives"].items():
                subject = self._find(Initiative, code)
                key = {"initiative": subject, "fiscal_year": row["fiscal_year"]}
                self._put_public(Review, key, rating=rating, comment=comment)

    def _opinions(self, years):
        for row in years:
            for code, text in row["policies"].items():
                policy = self._find(BasicPolicy, code)
                key = {"policy": policy, "fiscal_year": row["fiscal_year"]}
                self._put_public(CommitteeOpinion, key, text=text)

    def _surveys(self, waves):
        for row in waves:
            results = row.pop("results", {})
            key = {"plan": self.plan, "fiscal_year": row.pop("fiscal_year")}
            wave = self._put_public(SurveyWave, key, **row)
            # Nothing is added to a wave that was there before.
            for code, fields in results.items() if wave else ():
                indicator = self._find(SurveyIndicator, code)
                self._put(
                    SurveyResult,
                    {"wave": wave, "indicator": indicator},
                    at=_september_after(wave.fiscal_year),
                    plan=self.plan,
                    **fields,
                )

    def _reports(self, rows):
        for row in rows:
            year = row["fiscal_year"]
            known = CouncilReport.objects.filter(plan=self.plan, fiscal_year=year)
            if not known.exists():
                publish_report(self.plan, year, at=_moment(row["published_on"]))
                self.added += 1

    def _corrections(self, rows):
        for row in rows:
            value = Observation.objects.filter(
                target=self._target(row["target"]),
                fiscal_year=row["fiscal_year"],
                is_sample=True,
            ).first()
            if value and value.publications.count() == 1:
                value.value = row["value"]
                value.correction_reason = row["correction_reason"]
                value.full_clean()
                reopen(value, by=None)
                value.save()
                self._publish(value, row["published_on"])
                self.added += 1

    def _target(self, code):
        return self._find(Target, code)

    def _find(self, model, code):
        found = model.objects.filter(plan=self.plan, code=code).first()
        if found is None:
            name = model._meta.verbose_name
            raise ValidationError(f"{name} {code} がありません。")
        return found

    def _publish(self, value, day):
        submit(value, by=None, at=_moment(day))
        approve(value, by=None, at=_moment(day))
        publish(value, at=_moment(day))

    def _put_public(self, model, key, **values):
        plan = {} if "plan" in key else {"plan": self.plan}
        state = model.State.PUBLISHED
        at = _september_after(key["fiscal_year"])
        return self._put(
            model, key, at=at, state=state, is_sample=True, **plan, **values
        )

    def _put(self, model, key, at=None, **values):
        """The new row, or None where one with the key is there already.

        `at` is the moment that its history names, where that is not now.
        """
        if model.objects.filter(**key).exists():
            return None
        row = model(**key, **values)
        row.full_clean()
        if at:
            row._history_date = at
        row.save()
        self.scopes.update(row.publishing_scopes())
        self.added += 1
        return row


def _september_after(fiscal_year: int) -> datetime:
    """When the words and surveys of a year are published, like its values."""
    return _moment(f"{fiscal_year + 1}-09-01")


def _moment(day: str) -> datetime:
    """Nine in the morning of the day, Japan time."""
    return timezone.make_aware(datetime.combine(parse_date(day), time(9)))
