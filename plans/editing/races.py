"""Two people who add the same thing in the same moment."""

from collections.abc import Callable

from django.db import IntegrityError


def once_more_after_a_race(step: Callable):
    """Take a step in its own transaction; again if somebody else was quicker.

    The second time, its checks can see what the other one added and say it in words.
    """
    try:
        return step()
    except IntegrityError:
        return step()
