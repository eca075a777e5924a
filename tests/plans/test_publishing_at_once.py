"""Two people publish at the same moment: both succeed and no number comes twice."""

import pytest
from django.db import transaction

from plans.models import PageRevision
from plans.publishing import publishing

ROUNDS = 25


def publish_often(scope):
    """Publishes in turn with others; the numbers that `*` had at each commit."""

    def publish():
        numbers = []
        for _ in range(ROUNDS):
            # The outer transaction keeps the row until its number is read.
            with transaction.atomic():
                with publishing(scope):
                    pass
                numbers.append(PageRevision.objects.get(scope="*").rev)
        return numbers

    return publish


@pytest.mark.parametrize(
    "scopes",
    [
        pytest.param(("test-same", "test-same"), id="same scope"),
        pytest.param(("test-one", "test-other"), id="different scopes"),
    ],
)
def test_every_number_is_distinct_and_rises(at_once, scopes):
    one, other = at_once(*map(publish_often, scopes))

    assert len({*one, *other}) == 2 * ROUNDS
    assert one == sorted(one)
    assert other == sorted(other)


def test_two_first_publications_of_a_scope_both_succeed(at_once):
    def publish():
        with publishing("test-new"):
            pass

    def revisions():
        return dict(PageRevision.objects.values_list("scope", "rev"))

    for _ in range(ROUNDS):
        (before,) = at_once(revisions)
        at_once(publish, publish)
        (after,) = at_once(revisions)

        assert after["test-new"] >= before.get("test-new", 0) + 2
        assert after["*"] >= before.get("*", 0) + 2


def test_blocks_of_two_threads_do_not_join(at_once):
    def scopes_seen(scope):
        def publish():
            with publishing(scope) as scopes:
                return set(scopes)

        return publish

    found = at_once(scopes_seen("test-one"), scopes_seen("test-other"))

    assert found == [{"test-one"}, {"test-other"}]
