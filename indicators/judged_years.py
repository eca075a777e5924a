"""One target in one year, in words: as it was published, or as it is judged today."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial

from indicators.followed_rows import decimal_of
from indicators.judgement_labels import LABELS, Label, label_of
from indicators.judgement_words import expected_text, percent_text, reason_of, steps_of
from indicators.later_rows import LaterRow, is_true
from indicators.progress_values import Judgement, Settings, Status, Terms


@dataclass(frozen=True)
class JudgedYear:
    """One target in one year, in words; `value` is None where no number is public.

    `terms` are those it was judged by: for a published year the ones of that day.
    """

    year: int
    status: Status
    label: Label
    sentence: str
    terms: Terms
    value: Decimal | None = None
    provisional: bool = False
    expected: str = ""
    progress: str = ""
    published: LaterRow | None = field(default=None, compare=False, repr=False)
    sum: Callable[[], list[dict]] = field(default=list, compare=False)

    @property
    def is_published(self) -> bool:
        return self.published is not None

    @property
    def note(self) -> str:
        """The note of the value; like `reason` only where the target was read whole."""
        return self.published["note"] if self.published else ""

    @property
    def reason(self) -> str:
        return self.published["reason"] if self.published else ""

    @property
    def steps(self) -> list[dict]:
        """The sum behind the status; it waits to be asked for, and a stored one is
        only there where the target was read with the `whole` of its publications.
        """
        return self.sum()


def reckoned_year(result: Judgement, terms: Terms, settings: Settings) -> JudgedYear:
    """A year without a publication, as it is judged today."""
    return JudgedYear(
        year=result.year,
        status=result.status,
        label=label_of(result, terms),
        sentence=reason_of(result, terms),
        terms=terms,
        value=result.value,
        provisional=result.provisional,
        expected=expected_text(result, terms),
        progress=progress_text(result),
        sum=partial(steps_of, result, terms, settings),
    )


def progress_text(result: Judgement) -> str:
    """The progress in percent, empty where none was reckoned."""
    if result.progress is None:
        return ""
    return percent_text(result.progress, achieved=result.status == Status.ACHIEVED)


def _stored_sum(row):
    return json.loads(row["steps"])


@lru_cache(maxsize=2048)
def published_year(year: int, columns: tuple, whole: bool) -> JudgedYear:
    """A published year, from the columns of its `LaterRow`.

    Kept by these: what was published never changes.
    """
    row = LaterRow(columns, whole=whole)
    said, terms = row.verdict, row["terms"]
    status, why = Status(said.status), said.status_why
    label = LABELS[status]
    if why or status == Status.BASELINE_YEAR:
        label = label_of(Judgement(status, year, terms.goal_in(year), why=why), terms)
    return JudgedYear(
        year=year,
        status=status,
        label=label,
        sentence=said.sentence,
        terms=terms,
        value=None if said.value_state else decimal_of(said.value),
        provisional=is_true(said.provisional),
        expected=said.expected_text,
        progress=said.progress_text,
        published=row,
        sum=partial(_stored_sum, row),
    )
