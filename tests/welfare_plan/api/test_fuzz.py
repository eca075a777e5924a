"""R9: the API holds to its own description, whatever it is asked."""

import pytest
from django.db import connections

from tests.welfare_plan.api.fuzzing import fuzz, quiet

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.long,
    pytest.mark.usefixtures("samples"),
    # Of the libraries that draw the examples.
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture(autouse=True)
def shared_connection():
    """The thread of the examples uses the connection of the test."""
    connections["default"].inc_thread_sharing()
    yield
    connections["default"].dec_thread_sharing()


@pytest.mark.parametrize(
    ("examples", "phases", "least"),
    [
        pytest.param(8, ("examples", "fuzzing"), 180, id="some"),
        pytest.param(
            25,
            ("examples", "coverage", "fuzzing", "stateful"),
            2_000,
            id="full",
            marks=pytest.mark.drill,
        ),
    ],
)
def test_no_answer_is_a_fault_or_against_the_description(
    examples, phases, least, caplog, print_figures
):
    quiet(caplog)

    outcome = fuzz(examples, phases=phases)

    print_figures(
        id="R9",
        cases=dict(outcome.cases),
        checks=sum(outcome.checks.values()),
        answers=dict(sorted(outcome.answers.items())),
        failures=len(outcome.failures),
    )
    assert outcome.failures == []
    assert sum(outcome.cases.values()) >= least
    assert {"200", "400"} <= outcome.answers.keys()
    assert not [status for status in outcome.answers if status >= "500"]
    assert {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
        "negative_data_rejection",
        "positive_data_acceptance",
        "unsupported_method",
    } <= outcome.checks.keys()
