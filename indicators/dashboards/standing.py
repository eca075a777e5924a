"""One target in the year that a dashboard shows, and which count it belongs to."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property

from indicators.following import FollowedTarget
from indicators.judged_years import JudgedYear
from indicators.judgement_labels import GROUPS, JUDGED, LABELS, WAITING, Label
from indicators.progress_values import Goal, Settings, Status, Terms
from plans.addresses import address_of
from plans.models import Plan

_NOTHING_DUE = Label("実績の登録なし", "－", "none")


@dataclass(frozen=True)
class Period:
    """The year shown, and how far time has gone.

    `path_year` is the year of the expected values: before anything was published the
    running year, which a reader can still act in. `review_year` is that of the reviews.
    An ended plan has no expected value and nothing that is due.
    """

    year: int
    path_year: int
    review_year: int
    today: date
    is_over: bool = False
    is_empty: bool = False


@dataclass(frozen=True)
class Standing:
    """A target, judged in the year shown.

    `on_path` is the path year, mostly the year shown itself. `last` is the newest
    published number before the year shown, for a target that has none in it.
    """

    target: FollowedTarget
    judged: JudgedYear
    on_path: JudgedYear
    period: Period
    settings: Settings
    last: JudgedYear | None = None
    policy: str = ""
    department: str = ""

    @cached_property
    def before(self) -> JudgedYear | None:
        """The year before the one shown, where it was published."""
        if self._newest_before is None:
            return None
        period = self.period
        return self.target.judged(period.year - 1, period.today, self.settings)

    @property
    def status_before(self) -> Status | None:
        """The status of `before`, without a reading of the rest."""
        newest = self._newest_before
        return Status(newest["status"]) if newest else None

    @property
    def had_number_before(self) -> bool:
        newest = self._newest_before
        return newest is not None and newest.has_value

    @property
    def _newest_before(self):
        return self.target.newest(self.period.year - 1)

    @property
    def expected(self) -> str:
        """The printed expected value of the path year."""
        return "" if self.period.is_over else self.on_path.expected

    @property
    def terms(self) -> Terms:
        """What the numbers of the row go by: a published year keeps its own."""
        return self.on_path.terms

    @cached_property
    def goal(self) -> Goal:
        return self.terms.goal_in(self.on_path.year)

    @cached_property
    def group(self) -> str:
        """judged, waiting or outside: every target is in exactly one of them."""
        if self.judged.status in JUDGED:
            return "judged"
        if self.judged.status in WAITING and not self.is_past_due:
            return "waiting"
        return "outside"

    @property
    def is_past_due(self) -> bool:
        """Without a value in a plan that has ended: it will not be reported now."""
        return self.period.is_over and self.judged.status in WAITING

    @property
    def label(self) -> Label:
        return _NOTHING_DUE if self.is_past_due else self.judged.label

    def is_in(self, status: str) -> bool:
        """Whether it counts under a status, or under one of the three groups."""
        own = "" if self.is_past_due else self.judged.status.value
        return not status or status in (own, self.group)


def standing_of(
    target: FollowedTarget, period: Period, settings: Settings, **place
) -> Standing:
    """Judge a target in the year shown; `place` is its policy and department."""
    year, today = period.year, period.today
    judged = target.judged(year, today, settings)
    last = None
    if judged.value is None:
        earlier = [each for each in target.years_with_numbers if each < year]
        last = target.judged(earlier[-1], today, settings) if earlier else None
    on_path = judged
    if period.path_year != year:
        on_path = target.judged(period.path_year, today, settings)
    return Standing(
        target=target,
        judged=judged,
        on_path=on_path,
        period=period,
        settings=settings,
        last=last,
        **place,
    )


def target_link(standing: Standing, plan: Plan) -> dict:
    """Where a target's page is and what it is called: by its goal if it has no name."""
    code = standing.target.values["code"]
    return {
        "url": address_of("target-detail", plan.slug, code),
        "title": title_of(standing),
    }


def title_of(standing: Standing) -> str:
    values = standing.target.values
    return values["name"] or values["goal_text"]


def short_word(label: Label) -> str:
    """後退 for 後退（基準値より悪化）: the word where the place is narrow."""
    return label.word.split("（")[0]


def chip(label: Label) -> dict:
    """A status as word, symbol and style."""
    return {"symbol": label.symbol, "word": label.word, "css": label.css}


def option_words() -> dict[str, str]:
    """Every value of the status filter with its word: statuses, then groups."""
    words = {status.value: short_word(LABELS[status]) for status in Status}
    return words | GROUPS
