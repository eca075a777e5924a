"""Pages of a list that is never counted: one row more is fetched than is shown."""

from urllib.parse import urlencode

_LAST = 10_000


class Paging:
    """`?page=2` of some rows a page; nonsense is the first page."""

    def __init__(self, number: int, size: int, query: dict):
        self.number, self.size, self._query = number, size, query
        self.has_next = False

    @classmethod
    def of(cls, values, size: int) -> "Paging":
        typed = values.get("page", "")
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 9
        number = min(max(int(typed), 1), _LAST) if is_number else 1
        query = {key: value for key, value in values.items() if key != "page"}
        return cls(number, size, query)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    @property
    def fetched(self) -> int:
        """How many rows to ask for: one more tells whether there is a next page."""
        return self.size + 1

    def cut(self, rows: list) -> list:
        """The rows of this page, of those that were fetched."""
        self.has_next = len(rows) > self.size
        return rows[: self.size]

    @property
    def newer(self) -> str:
        """The query of the page before; "" on the first."""
        return self._to(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        return self._to(self.number + 1) if self.has_next else ""

    def _to(self, number):
        return urlencode({**self._query, "page": number})
