"""What a drill has counted, printed and kept for docs/drills.md."""

import json

import pytest


@pytest.fixture
def print_figures(capsys, request):
    """Prints the figures of a drill as one line of JSON; nothing in the small size.

    With --junitxml they stand in its file too, for tests/drills.py.
    """

    def say(**figures):
        if request.node.get_closest_marker("drill"):
            line = json.dumps(figures, ensure_ascii=False)
            request.node.user_properties.append(("figures", line))
            with capsys.disabled():
                print(f"\n{line}", flush=True)

    return say
