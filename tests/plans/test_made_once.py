"""What is made once for each revision is never older than the revision."""

from plans.made_once import MadeOnce, forget_all


def _counting():
    made = []

    def make():
        made.append(None)
        return len(made)

    return MadeOnce(make)


def test_it_is_made_once_for_a_revision_and_anew_for_another():
    counted = _counting()

    assert [counted.at(5), counted.at(5), counted.at(6), counted.at(6)] == [1, 1, 2, 2]


def test_only_what_was_asked_for_last_is_kept():
    counted = _counting()

    assert [counted.at(5), counted.at(6), counted.at(5)] == [1, 2, 3]


def test_before_the_first_revision_nothing_is_kept():
    counted = _counting()

    assert [counted.at(None), counted.at(None)] == [1, 2]


def test_what_is_empty_is_kept_too():
    made = []
    kept = MadeOnce(lambda: made.append(None) or [])

    assert [kept.at(5), kept.at(5)] == [[], []]
    assert len(made) == 1


def test_all_are_forgotten_together():
    counted, other = _counting(), _counting()
    for each in (counted, other):
        each.at(5)

    forget_all()

    assert [counted.at(5), other.at(5)] == [2, 2]
