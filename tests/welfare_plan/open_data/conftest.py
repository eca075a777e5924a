"""Fixtures of these tests."""

from tests.committed import at_once, made  # noqa: F401
