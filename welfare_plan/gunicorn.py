"""How gunicorn serves the site, with a proxy before it (THREADS=1) or without one.

docs/operation.md says which to choose; docs/decisions/0036-restarts.md says why.
"""

import logging.config
import os
from contextlib import suppress
from pathlib import Path

from welfare_plan.environment import process_environment
from welfare_plan.garbage import collect_rarely
from welfare_plan.logs import logging_config
from welfare_plan.server_lines import DiscreetLogger, forget_request

_environment = process_environment()
_port = _environment.number("PORT", default=8000, low=1, high=65535)
_bind = _environment.text("BIND", "127.0.0.1")
_stream = _environment.one_of("LOG_STREAM", ["STDOUT", "STDERR"], default="STDOUT")
_form = _environment.one_of("LOG_FORMAT", ["JSON", "TEXT"], default="TEXT")
_says_where = _bind == "127.0.0.1" and not _environment.text("SITE_URL")

wsgi_app = "welfare_plan.wsgi:application"
# systemd's sockets and those of the process before come before this.
bind = _bind if _bind.startswith("unix:") else f"{_bind}:{_port}"
workers = _environment.number("WEB_CONCURRENCY", default=2, low=1, high=64)
# Threads keep a slow client from holding a whole worker while there is no proxy. Behind
# one they only get in each other's way.
threads = _environment.threads("THREADS")
worker_class = "sync" if threads == 1 else "gthread"
# By default a proxy, and what it lets through, says below which path the site stands;
# addresses are remembered, so one such request would turn up on pages of others.
forwarder_headers = ""
# Above what nginx lets through, so that who asks for more reads its page in Japanese.
limit_request_line = 8190
# Longer than the largest import and download take; a worker that hangs is replaced.
timeout = 90
graceful_timeout = 30
# A heartbeat on a full or a read-only disk would have every worker taken for dead.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
loglevel = _environment.one_of(
    "GUNICORN_LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], default="WARNING"
).lower()
accesslog = "-" if _environment.flag("ACCESS_LOG", default=False) else None
# No address of a visitor, and no query.
access_log_format = "%(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"
control_socket_disable = True
# Django's log goes where the master's goes; commands beside it keep to stderr.
raw_env = [f"LOG_STREAM={_stream}"]


class ServerLog(DiscreetLogger):
    """gunicorn's own lines, in the form and the stream of all others."""

    def setup(self, cfg):
        super().setup(cfg)
        names = ("gunicorn.error", "gunicorn.access")
        config = logging_config("WARNING", form=_form, stream=_stream, loggers=names)
        config["loggers"]["gunicorn.error"]["level"] = cfg.loglevel.upper()
        config["loggers"]["gunicorn.access"]["level"] = "INFO"
        logging.config.dictConfig(config)


logger_class = ServerLog
post_request = forget_request


def post_worker_init(worker):
    """The site is loaded: say so."""
    collect_rarely()
    # The name of the process, where there is one: deploy/restart.py waits for it.
    with suppress(OSError):
        Path("/proc/self/comm").write_text("portal-ready")


def when_ready(server):
    """Say where the site is and how to get a login, once it can be opened."""
    if not _says_where:
        return
    address = f"http://{bind}"
    print(
        f"""
  {address}/ で開けます。終わるときは Ctrl-C を押してください。
  職員用の画面は {address}/admin/ です。
  最初のログインは、別の端末で次のコマンドで作ります。
  .venv/bin/python manage.py createsuperuser
""",
        flush=True,
    )
