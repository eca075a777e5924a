"""Publishes, and is killed right after the commit: before anybody can be told."""

import os
import signal
import sys

import django

django.setup()

from plans import publishing  # noqa: E402
from plans.models import GlossaryTerm  # noqa: E402


def main(pk, words):
    publishing._wait_for_leases = lambda: os.kill(os.getpid(), signal.SIGKILL)
    term = GlossaryTerm.objects.get(pk=pk)
    term.definition = words
    with publishing.publishing(*term.publishing_scopes()):
        term.save()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
