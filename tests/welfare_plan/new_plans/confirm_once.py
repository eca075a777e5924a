"""Confirms one new plan in a process of its own, which a test kills.

    python -m tests.welfare_plan.new_plans.confirm_once <import> <person>

Says "go" right before, "done" right after.
"""

import sys

import django


def main(imported, person):
    django.setup()
    from django.contrib.auth.models import User

    from welfare_plan.new_plans.importing import confirm

    by = User.objects.get(pk=person)
    print("go", flush=True)
    confirm(imported, by=by)
    print("done", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
