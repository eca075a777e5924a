"""Two people who add the same thing in the same moment."""

import pytest
from django.db import IntegrityError

from plans.editing.races import once_more_after_a_race


def test_a_step_is_taken_again_when_somebody_was_quicker():
    answers = iter([IntegrityError("taken"), "told in words"])

    def step():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert once_more_after_a_race(step) == "told in words"


def test_what_fails_twice_is_no_race():
    def step():
        raise IntegrityError("a rule")

    with pytest.raises(IntegrityError, match="a rule"):
        once_more_after_a_race(step)
