"""The departments that people can belong to, and the words they are called by."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q

from initiatives.departments import exists
from initiatives.models import Department
from plans.fiscal_year import era_text

EVERYWHERE = Q()


class DepartmentWords:
    """All departments, read once: which of them exist in a year, and their words."""

    def __init__(self, departments: Iterable[Department], year: int):
        self.all = {department.pk: department for department in departments}
        self.year = year
        self._often = Counter(str(one) for one in self._existing())

    @classmethod
    def stored(cls, year: int, within: Q = EVERYWHERE) -> "DepartmentWords":
        rows = Department.objects.filter(within).select_related("publisher")
        return cls(rows.order_by("publisher__slug", "code").distinct(), year)

    def existing(self) -> list[Department]:
        """Those that somebody can join in the year."""
        return list(self._existing())

    def _existing(self):
        return (one for one in self.all.values() if self.exists(one))

    def exists(self, department: Department) -> bool:
        return exists(department, self.year)

    def word(self, department: Department) -> str:
        """The name, and what tells it from others of that name."""
        if not self.exists(department):
            return f"{department}（{self._years(department)}）"
        if self._often[str(department)] > 1:
            return f"{department.publisher}：{department}"
        return str(department)

    def words(self, departments: Iterable[Department]) -> str:
        chosen = {department.pk for department in departments}
        return "、".join(self.word(one) for pk, one in self.all.items() if pk in chosen)

    def why_not(self, department: Department) -> str:
        """One sentence for a department that nobody can join in the year."""
        return (
            f"「{department}」は{self._years(department)}の課のため、"
            f"{era_text(self.year)}は選べません。"
        )

    def named(self, word: str) -> list[Department]:
        """The departments that a word may mean; those of the year come first alone."""
        found = [one for one in self.all.values() if word in self._names(one)]
        return [one for one in found if self.exists(one)] or found

    def _names(self, department):
        full = f"{department.publisher}：{department}"
        return {str(department), full, self.word(department)}

    @staticmethod
    def _years(department):
        first, last = department.valid_from_fy, department.valid_to_fy
        if last is None:
            return f"{era_text(first)}から"
        return f"{era_text(last)}まで"
