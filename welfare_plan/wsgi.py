"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "welfare_plan.settings")
_django = get_wsgi_application()

from welfare_plan.query_limits import limit_queries  # noqa: E402 (needs the settings)
from welfare_plan.request_ids import with_request_ids  # noqa: E402

limit_queries()
application = with_request_ids(_django)
