"""The matcher of the readings as they stand now, made once for each revision.

The revision is read before the readings: an edit in between leaves new readings under
the old number, which the next page replaces. Old readings under a new number cannot be.
"""

from plans.furigana.matching import Matcher
from plans.models import PageRevision, Reading
from plans.page_scopes import SITE

_made: dict[int, Matcher] = {}


def current_matcher(revision: int | None = None) -> Matcher:
    """One query where the page has not read the `revision` of the site with its own
    rows, and one where the site was edited.
    """
    if revision is None:
        scope = PageRevision.objects.filter(scope=SITE)
        revision = scope.values_list("rev", flat=True).first()
    matcher = _made.get(revision)
    if matcher is None:
        matcher = Matcher(Reading.objects.values_list("word", "reading", "after"))
        _made.clear()
        if revision is not None:
            _made[revision] = matcher
    return matcher
