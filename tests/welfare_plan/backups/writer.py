"""Run beside a site: writes until it is ended, two rows in each transaction.

    python -m … NUMBER_OF_TARGETS_BEFORE

Says "go" once what it is to write beside is there.
"""

import logging
import sys
from itertools import count

import django

django.setup()

from django.db import transaction  # noqa: E402

from initiatives.models import Department  # noqa: E402
from plans.models import Publisher  # noqa: E402
from tests.bench.big_round import BigRound  # noqa: E402


def main(size):
    logging.disable(logging.CRITICAL)
    if size:
        BigRound(size)
    publisher = Publisher.objects.order_by("pk").first()
    print("go", flush=True)
    sys.stdin.readline()
    for number in count(1):
        with transaction.atomic():
            # The history is the second row.
            Department.objects.create(
                publisher=publisher, code=f"w-{number}", name=f"書く課{number}"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]))
