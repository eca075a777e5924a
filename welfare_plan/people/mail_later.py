"""Sends mail beside the answers: nobody waits for the mail server.

A server that hangs would otherwise hold a worker for each mail, and the time of an
answer would tell who is registered (docs/decisions/0031).
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

_log = logging.getLogger(__name__)

AT_MOST = 100
# Its thread begins with the first mail, and a worker that ends waits for it.
_sender = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
_room = BoundedSemaphore(AT_MOST)


def send_later(send: Callable[[], None]) -> None:
    """Call it soon, after those before it; it must not ask the database."""
    if not _room.acquire(blocking=False):
        _log.error("%s mails wait for the mail server: one is not sent", AT_MOST)
        return
    _sender.submit(_call, send)


def _call(send):
    try:
        send()
    except Exception:
        _log.exception("A mail was not sent")
    finally:
        _room.release()
