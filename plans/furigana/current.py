"""The matcher of the readings as they stand now."""

from plans.furigana.matching import Matcher
from plans.made_once import MadeOnce
from plans.models import PageRevision, Reading
from plans.page_scopes import SITE


def current_matcher(revision: int | None = None) -> Matcher:
    """One query where the page has not read the `revision` of the site with its own
    rows, and one where the site was edited.
    """
    if revision is None:
        scope = PageRevision.objects.filter(scope=SITE)
        revision = scope.values_list("rev", flat=True).first()
    return _matcher.at(revision)


def _made():
    return Matcher(Reading.objects.values_list("word", "reading", "after"))


_matcher = MadeOnce(_made)
