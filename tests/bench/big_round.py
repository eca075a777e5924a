"""A round with as many figures as the largest city would ask, written at once."""

import csv
import io

from indicators.models import Observation, RoundItem, SheetImport, Target
from tests import factories, staff_records


class BigRound:
    def __init__(self, size: int):
        self.department = staff_records.a_department()
        publisher = self.department.publisher
        self.person = staff_records.a_person("担当課", self.department)
        self.round = staff_records.a_round(publisher)
        self.plan = factories.a_plan(publisher=publisher, slug="big")
        self.initiative = factories.an_initiative(
            factories.a_measure(factories.a_policy(self.plan))
        )
        self.targets = Target.objects.bulk_create(map(self._target, range(size)))
        RoundItem.objects.bulk_create(
            RoundItem(round=self.round, target=target, department=self.department)
            for target in self.targets
        )

    def _target(self, number):
        return Target(
            plan=self.plan,
            initiative=self.initiative,
            code=f"t{number}",
            position=number % 10_000,
            name=f"目標{number}",
            baseline_value=900,
            baseline_unit="人／年",
            baseline_fiscal_year=2023,
            goal_value=20_000,
            goal_unit="人／年",
            goal_fiscal_year=2030,
        )

    def file(self) -> bytes:
        """A filled-in sheet: a value, different in most rows, and a note."""
        out = io.StringIO(newline="")
        lines = csv.writer(out)
        lines.writerow(["コード", "年度", "取組目標", "実績値", "注記"])
        lines.writerows(
            [f"big/{each.code}", "R7", each.name, 1000 + number, f"記入{number}"]
            for number, each in enumerate(self.targets)
        )
        return out.getvalue().encode("utf-8-sig")

    def empty(self) -> None:
        """As before the import; the history keeps what it has, as it always does."""
        Observation.objects.all().delete()
        SheetImport.objects.all().delete()
