"""How gunicorn serves the site where no proxy stands before it (`make run`)."""

import os

from welfare_plan.environment import Environment

_environment = Environment(os.environ)
_port = _environment.number("PORT", default=8000, low=1, high=65535)

wsgi_app = "welfare_plan.wsgi:application"
bind = f"{_environment.text('BIND', '127.0.0.1')}:{_port}"
# Threads keep a slow client from holding a whole worker while there is no proxy.
workers = 2
worker_class = "gthread"
threads = 4
graceful_timeout = 30
accesslog = None
loglevel = "warning"
control_socket_disable = True
