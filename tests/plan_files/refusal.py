"""How the command ends when a file cannot be loaded."""

import pytest
from django.core.management import CommandError, call_command

from tests.plan_files.database_state import database_state


def refused(path):
    """The message of the command, after a look that it did nothing else."""
    before = database_state()
    with pytest.raises(CommandError) as caught:
        call_command("load_plans", path)
    message = str(caught.value)
    assert database_state() == before
    assert caught.value.returncode == 1
    assert message.startswith(path.name)
    assert "\n" not in message
    return message
