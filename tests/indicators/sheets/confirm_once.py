"""Confirms one import in a process of its own, which a test kills.

    python -m tests.indicators.sheets.confirm_once <import> <person>

Says "go" right before, "done" right after.
"""

import sys

import django


def main(imported, person):
    django.setup()
    from django.contrib.auth.models import User
    from django.utils import timezone

    from indicators.models import SheetImport
    from indicators.sheets.asked import Asked
    from indicators.sheets.confirming import Wish, confirm, plan_now

    by, kept = User.objects.get(pk=person), SheetImport.objects.get(pk=imported)
    looked_at = plan_now(kept, Asked(kept.round, by)).digest()
    print("go", flush=True)
    confirm(kept.pk, Wish(looked_at), by=by, today=timezone.localdate())
    print("done", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
