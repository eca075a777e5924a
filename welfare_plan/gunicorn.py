"""How gunicorn serves the site where no proxy stands before it (`make run`)."""

import gc

from welfare_plan.environment import process_environment

_environment = process_environment()
_port = _environment.number("PORT", default=8000, low=1, high=65535)

wsgi_app = "welfare_plan.wsgi:application"
bind = f"{_environment.text('BIND', '127.0.0.1')}:{_port}"
# Threads keep a slow client from holding a whole worker while there is no proxy.
workers = 2
worker_class = "gthread"
threads = _environment.threads("THREADS")
graceful_timeout = 30
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker):
    """The site is loaded: never look for garbage in it again."""
    gc.collect()
    gc.freeze()


def when_ready(server):
    """Say where the site is and how to get a login, once it can be opened."""
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
