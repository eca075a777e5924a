"""Run beside a site: prints as JSON what its visitors read and what its tables hold."""

import hashlib
import json
import logging

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.test import Client  # noqa: E402

from welfare_plan.backups.databases import counts  # noqa: E402

PAGES = ("/", "/dashboard/", "/plans/kita-ku/")


def main():
    logging.disable(logging.CRITICAL)
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    client = Client()
    answers = {page: client.get(page) for page in PAGES}
    found = {
        "pages": {
            page: [answer.status_code, hashlib.sha256(answer.content).hexdigest()]
            for page, answer in answers.items()
        },
        "counts": counts(),
        "sessions": Session.objects.count(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
