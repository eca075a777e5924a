"""Asking for a site of another name leaves one line, whoever does it how often."""

import logging

import pytest
from django.test import Client

LOGGER = "django.security.DisallowedHost"


@pytest.fixture
def asked(db, caplog):
    def ask(host):
        response = Client().get("/", headers={"host": host})
        assert response.status_code == 400
        return caplog.records

    return ask


def test_it_is_a_warning_without_a_trace(asked):
    (record,) = asked("evil.example")

    assert (record.name, record.levelname) == (LOGGER, "WARNING")
    assert record.levelno == 30
    assert record.exc_info is None
    assert "'evil.example'" in record.getMessage()


@pytest.mark.parametrize(
    "host", ["a\n2026 forged", "a\x1b[31m", "a\u202e", "あ.example", "%s%d"], ids=ascii
)
def test_the_name_is_spelled_out(asked, host):
    (record,) = asked(host)

    said = record.getMessage()
    assert said.isascii()
    assert said.isprintable()


def test_a_long_name_is_cut(asked):
    (record,) = asked("a" * 8_000)

    assert len(record.getMessage()) == 300


def test_who_wants_errors_only_gets_none(asked):
    logger = logging.getLogger(LOGGER)
    before = logger.level
    logger.setLevel(logging.ERROR)

    try:
        assert asked("evil.example") == []
    finally:
        logger.setLevel(before)
