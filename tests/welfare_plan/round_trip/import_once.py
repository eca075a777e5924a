"""Imports a site in a process of its own, which a test kills.

    python -m tests.welfare_plan.round_trip.import_once <folder>

Says "go" right before.
"""

import sys
from pathlib import Path

import django


def main(folder):
    django.setup()
    from welfare_plan.round_trip.importing import import_site

    print("go", flush=True)
    import_site(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1])
