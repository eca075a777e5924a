"""Survey indicators with their published waves, ready to be compared.

`follow_surveys` reads the waves of any number of indicators of one plan in one query.
Waves that are not published are not read.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import JudgementSettings, SurveyWave
from indicators.survey_change import Change, SurveyChange, Wave, survey_change
from plans.prepared import prepared

# What is read of waves, one row for each of their results.
WAVE_COLUMNS = (
    "fiscal_year",
    "sent",
    "valid_n",
    "method",
    "self_selected",
    "results__indicator_id",
    "results__percent",
    "results__n",
    "results__comparable",
)


@dataclass(frozen=True)
class AskedWave:
    """One published wave of one indicator: its result, and how it was asked.

    `wave` is None where the wave has no result for this indicator; `sent` and `method`
    are as staff entered them.
    """

    fiscal_year: int
    wave: Wave | None
    valid_n: int | None = None
    sent: int | None = None
    method: str = ""
    self_selected: bool = False


@dataclass(frozen=True)
class FollowedSurvey:
    """An indicator's own values and its published waves, oldest first."""

    values: dict
    asked: tuple[AskedWave, ...]
    assumed_n: int

    @property
    def start(self) -> AskedWave | None:
        """The published wave of the baseline's year, if there is one."""
        year = self.values["baseline_fiscal_year"]
        return next((each for each in self.asked if each.fiscal_year == year), None)

    @property
    def baseline(self) -> Wave | None:
        """The printed baseline, with the size of that year's wave where it is known."""
        if self.values["baseline_value"] is None:
            return None
        start = self.start
        own_n = start.wave.n if start and start.wave else None
        return Wave(
            fiscal_year=self.values["baseline_fiscal_year"],
            percent=Decimal(self.values["baseline_value"]),
            n=own_n if own_n is not None or not start else start.valid_n,
            self_selected=bool(start and start.self_selected),
        )

    def later(self, until: int | None = None) -> list[AskedWave]:
        """The waves with a result after the baseline's year, up to a year."""
        start = self.values["baseline_fiscal_year"] or 0
        return [
            each
            for each in self.asked
            if each.wave
            and each.fiscal_year > start
            and (until is None or each.fiscal_year <= until)
        ]

    def change(self, latest: Wave | None) -> SurveyChange:
        """The baseline against one wave, by the figures as they are printed.

        A reader's own sum, the margin and the judgement then say the same.
        """
        baseline = self.baseline
        if latest is not None and baseline is None:
            return SurveyChange(Change.NOT_COMPARABLE)
        decimals = self.values["decimals"]
        return survey_change(
            baseline and baseline.printed(decimals),
            latest and latest.printed(decimals),
            direction=self.values["desired_direction"],
            assumed_n=self.assumed_n,
        )


def follow_surveys(rows: list[dict], plan, assumed_n: int) -> list[FollowedSurvey]:
    """The indicators of a plan, given as their own values, with what was published."""
    return surveys_of(rows, _published_waves(plan=plan.pk), assumed_n)


@prepared
def _published_waves(plan: int):
    waves = SurveyWave.objects.filter(plan=plan, state=SurveyWave.State.PUBLISHED)
    return waves.order_by("fiscal_year").values(*WAVE_COLUMNS)


def surveys_of(
    rows: list[dict], published: Iterable[dict], assumed_n: int
) -> list[FollowedSurvey]:
    """The indicators with the waves of their plan, oldest first, as WAVE_COLUMNS."""
    waves, results = {}, defaultdict(dict)
    for row in published:
        waves[row["fiscal_year"]] = row
        results[row["results__indicator_id"]][row["fiscal_year"]] = row
    return [
        FollowedSurvey(
            values=values,
            asked=tuple(
                _asked(wave, results[values["id"]].get(year))
                for year, wave in waves.items()
            ),
            assumed_n=assumed_n,
        )
        for values in rows
    ]


def wave_of(row: dict) -> Wave:
    """The result of one wave, of a row with WAVE_COLUMNS that has one."""
    own_n = row["results__n"]
    return Wave(
        fiscal_year=row["fiscal_year"],
        percent=row["results__percent"],
        n=row["valid_n"] if own_n is None else own_n,
        comparable=row["results__comparable"],
        self_selected=row["self_selected"],
    )


def _asked(wave, result):
    return AskedWave(
        fiscal_year=wave["fiscal_year"],
        wave=wave_of(result) if result is not None else None,
        valid_n=wave["valid_n"],
        sent=wave["sent"],
        method=wave["method"],
        self_selected=wave["self_selected"],
    )


def assumed_by_default() -> int:
    return JudgementSettings._meta.get_field("assumed_n").default
