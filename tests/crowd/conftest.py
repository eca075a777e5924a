"""A crowd: drills print what they counted."""

import json

import pytest


@pytest.fixture
def print_figures(capsys, request):
    """Prints the figures of a drill as one line of JSON; nothing in the small size."""

    def say(**figures):
        if request.node.get_closest_marker("drill"):
            with capsys.disabled():
                print("\n" + json.dumps(figures, ensure_ascii=False), flush=True)

    return say
