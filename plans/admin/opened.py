"""What a page of the admin was opened with: the versions of the records it shows.

They travel in a hidden field of the page's form and come back with it. A person who
forges them gains nothing: whoever may send the form may also open it afresh.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from plans.versions import version_of

FIELD = "_versions"


@dataclass(frozen=True)
class Opened:
    at: datetime
    versions: Mapping[str, str]

    @classmethod
    def now(cls, records: Iterable) -> "Opened":
        versions = {key_of(record): version_of(record) for record in records}
        return cls(timezone.now(), versions)

    @classmethod
    def sent(cls, values) -> "Opened | None":
        """What the form carried; None where it carried nothing that can be read."""
        try:
            content = json.loads(values.get(FIELD, ""))
            at = datetime.fromisoformat(content["at"])
            if timezone.is_naive(at):
                return None
            versions = dict(content["versions"]).items()
            return cls(at, {key: str(version) for key, version in versions})
        except (ValueError, TypeError, KeyError):
            return None

    def text(self) -> str:
        return json.dumps({"at": self.at.isoformat(), "versions": self.versions})

    def version_of(self, record) -> str | None:
        return self.versions.get(key_of(record))

    def has_current(self, record) -> bool:
        """Whether the page showed the record as it is now."""
        return self.version_of(record) == version_of(record)

    def shows(self, records: Iterable) -> bool:
        """Whether these are the records of the page, each as it was then."""
        return self.versions == Opened.now(records).versions


def key_of(record) -> str:
    return f"{record._meta.label_lower}:{record.pk}"
