"""Run beside a site: changes what every page shows, and leaves a login behind."""

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from plans.models import Plan  # noqa: E402
from plans.page_scopes import SITE  # noqa: E402
from plans.publishing import publishing  # noqa: E402

with publishing(SITE):
    Plan.objects.update(title="書き換えた題")
get_user_model().objects.create_user("worker", password="x" * 12)
SessionStore().save()
