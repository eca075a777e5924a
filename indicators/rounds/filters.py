"""Which items of a round are shown: by state and by department, from the address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from indicators.rounds.standing import OWED, STATES
from indicators.ticked import whole_number

UNHANDED = "owed"
UNGIVEN = "none"


@dataclass(frozen=True)
class Filter:
    """`department` is None for all; UNGIVEN for items without one."""

    state: str = ""
    department: int | str | None = None
    page: int = 1

    @classmethod
    def from_query(cls, query, departments) -> "Filter":
        """What the address names; anything unknown is left out."""
        state = query.get("state", "")
        chosen = query.get("department", "")
        department = UNGIVEN if chosen == UNGIVEN else whole_number(chosen)
        if department != UNGIVEN and department not in departments:
            department = None
        known = state in STATES or state == UNHANDED
        return cls(
            state if known else "", department, whole_number(query.get("page", "")) or 1
        )

    def keeps(self, department: int | None, state: str) -> bool:
        if self.state == UNHANDED and state not in OWED:
            return False
        if self.state in STATES and state != self.state:
            return False
        if self.department == UNGIVEN:
            return department is None
        return self.department is None or department == self.department

    def query(self, **changes) -> str:
        """The query string of this choice, or of one that differs a little."""
        values = {"state": self.state, "department": self.department, **changes}
        return urlencode({key: value for key, value in values.items() if value})
