"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "welfare_plan.settings")
_django = get_wsgi_application()

from welfare_plan.page_cache.front import with_kept_pages  # noqa: E402
from welfare_plan.query_limits import limit_queries  # noqa: E402
from welfare_plan.request_ids import with_request_ids  # noqa: E402

limit_queries()
application = with_request_ids(with_kept_pages(_django))
