"""What is known of the years of one target: values, path and judgements, read once."""

from functools import cached_property

from django.utils import timezone

from indicators.actions import judgement_fields
from indicators.answer_words import value_text
from indicators.following import follow
from indicators.judgement_labels import LABELS
from indicators.models import Observation, Target
from indicators.progress_values import Status
from plans.fiscal_year import era_text, latest_finished, of_date


def judgement_text(observation, followed=None) -> str:
    """The status and its reason, as they would be published today."""
    today = timezone.localdate()
    fields = judgement_fields(observation, as_of=today, followed=followed)
    return f"{LABELS[Status(fields['status'])].word}。{fields['sentence']}"


class KnownYears:
    """The stored values of a target, for the rows that show one year each."""

    def __init__(self, target: Target):
        self.target = target

    @cached_property
    def _rows(self) -> dict[int, Observation]:
        rows = self.target.observations.order_by("fiscal_year")
        for row in rows:
            row.target = self.target
        return {row.fiscal_year: row for row in rows}

    @cached_property
    def _followed(self):
        (followed,) = follow(Target.objects.filter(pk=self.target.pk))
        return followed

    @property
    def next_year(self) -> int | None:
        """The year that is typed next; None where none can be typed yet."""
        today = timezone.localdate()
        if not self._rows:
            return latest_finished(today)
        following = max(self._rows) + 1
        return following if following <= of_date(today) else None

    def beside(self, year: int) -> str:
        """令和6年度の実績は931人／年、令和7年度の目安は960人／年。"""
        before = self._rows.get(year - 1)
        known = value_text(before) if before else "未登録"
        texts = [f"{era_text(year - 1)}の実績は{known}"]
        if expected := self._expected(year):
            texts.append(f"{era_text(year)}の目安は{expected}")
        return f"{'、'.join(texts)}。"

    def judgement(self, observation: Observation) -> str:
        observation.target = self.target
        return judgement_text(observation, self._followed)

    def _expected(self, year):
        # The path is that of the year, whatever its value.
        row = self._rows.get(year) or Observation(target=self.target, fiscal_year=year)
        fields = judgement_fields(
            row, as_of=timezone.localdate(), followed=self._followed
        )
        text = fields["expected_text"]
        return f"{text}{self._followed.terms.unit_in(year)}" if text else ""
