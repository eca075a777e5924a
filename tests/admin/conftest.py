"""What the tests of the admin look at beside its pages."""

import pytest

from plans.models import PageRevision


@pytest.fixture
def risen():
    """The scopes whose revision rose since the start of the test or the last call."""
    seen = {}

    def look():
        now = dict(PageRevision.objects.values_list("scope", "rev"))
        found = {scope for scope, rev in now.items() if rev > seen.get(scope, 0)}
        seen.update(now)
        return found

    look()
    return look
