"""Asks the API all that its own description allows, and much that it forbids.

Schemathesis runs its examples in a thread of its own: there the connection of the test
is used, so that it sees what the test has stored.
"""

import logging
from collections import Counter
from dataclasses import dataclass, field

import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connections
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

SEED = 20260901
DESCRIPTION = "/api/v1/openapi.json"


@dataclass
class Outcome:
    """`cases` by phase, `answers` by status, and what was wrong with what."""

    cases: Counter = field(default_factory=Counter)
    checks: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def fuzz(examples: int, *, phases: tuple[str, ...]) -> Outcome:
    """`examples` of each operation, drawn with one seed; all checks are on."""
    outcome = Outcome()
    schema = schemathesis.openapi.from_wsgi(
        DESCRIPTION, _application(outcome), config=SchemathesisConfig(seed=SEED)
    )
    generation = schema.config.generation
    generation.max_examples, generation.deterministic = examples, True
    generation.database = "none"
    schema.config.continue_on_failure = True
    for name in ("examples", "coverage", "fuzzing", "stateful"):
        getattr(schema.config.phases, name).enabled = name in phases
    for event in from_schema(schema).execute():
        _note(outcome, event)
    return outcome


def _application(outcome):
    """The site, as one thread after another may ask it."""
    site, own = get_wsgi_application(), connections["default"]

    def application(environ, start_response):
        # The client says that it reads gzip, and does not.
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        connections["default"] = own

        def start(status, *args):
            outcome.answers[status.split()[0]] += 1
            return start_response(status, *args)

        return site(environ, start)

    return application


def _note(outcome, event):
    if isinstance(event, events.FatalError):
        raise event.exception
    if isinstance(event, events.NonFatalError):
        outcome.failures.append(f"{event.label}: {event.value}")
    if not isinstance(event, events.ScenarioFinished):
        return
    recorder = event.recorder
    outcome.cases[event.phase.value] += len(recorder.cases)
    for case, checks in recorder.checks.items():
        for check in checks:
            outcome.checks[check.name] += 1
            if check.failure_info:
                asked = recorder.cases[case].value.as_curl_command()
                said = check.failure_info.failure
                outcome.failures.append(f"{check.name}: {said}\n{asked}")


def quiet(caplog):
    """Refusals are what is asked for: they fill no log."""
    caplog.set_level(logging.CRITICAL, logger="django.request")
