"""A release whose static files were forgotten: said before, and survived after."""

import pytest
from django.core.checks import run_checks
from django.db import connection

from tests.faults import away
from welfare_plan.static_files import are_collected


def ids():
    return [each.id for each in run_checks(include_deployment_checks=True)]


def test_the_check_before_an_upgrade_names_it(uncollected):
    assert "welfare_plan.W001" in ids()


def test_the_check_is_silent_where_they_are_collected(collect):
    collect()

    assert "welfare_plan.W001" not in ids()


def test_a_fault_is_still_told_in_japanese(client, uncollected):
    client.raise_request_exception = False

    response = client.get("/staff/login/")

    assert response.status_code == 500
    assert "ただいま表示できません" in response.content.decode()
    assert "Permissions-Policy" in response.headers


@pytest.mark.django_db
def test_so_is_a_database_that_is_away(client, uncollected):
    client.raise_request_exception = False

    with connection.execute_wrapper(away):
        response = client.get("/")

    assert response.status_code == 503
    assert "ただいま表示できません" in response.content.decode()


def test_a_process_that_began_before_them_needs_a_restart(collect):
    assert not are_collected()

    collect()

    assert not are_collected()
