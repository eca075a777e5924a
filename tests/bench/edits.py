"""Run beside a site: edits a plan ten times a second until it is ended.

python -m tests.bench.edits kita-ku
"""

import sys
import time

import django

django.setup()

from plans.models import Plan  # noqa: E402
from plans.publishing import publishing  # noqa: E402

A_SECOND = 10


def main(slug):
    plan = Plan.objects.get(slug=slug)
    while True:
        start = time.monotonic()
        plan.title = f"第{time.time_ns()}次計画"
        with publishing(*plan.publishing_scopes()):
            plan.save_without_historical_record()
        time.sleep(max(0, 1 / A_SECOND - (time.monotonic() - start)))


if __name__ == "__main__":
    main(sys.argv[1])
