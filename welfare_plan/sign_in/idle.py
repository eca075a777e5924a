"""Ends the login of who has done nothing for a while, and of who came a day ago.

The moment is written once a minute at most: a page of the staff does not wait for the
database to take a row. Public pages never look at a session.
"""

from time import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

_SEEN, _BEGAN = "seen_at", "began_at"
_STEP = 60  # seconds
STAFF_ROOMS = ("/staff/", "/admin/")


class IdleMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(STAFF_ROOMS) and request.user.is_authenticated:
            _look_at(request)
        return self.get_response(request)


@receiver(user_logged_in, dispatch_uid="idle-begin")
def begin(sender, request, **kwargs):
    request.session[_SEEN] = request.session[_BEGAN] = int(time())


def _look_at(request):
    now, session = int(time()), request.session
    began, seen = session.get(_BEGAN), session.get(_SEEN)
    if began is None or seen is None:
        session[_BEGAN] = session[_SEEN] = now
    elif now - seen > settings.SESSION_IDLE_SECONDS:
        minutes = settings.SESSION_IDLE_SECONDS // 60
        _end(request, f"{minutes}分のあいだ操作がなかったため、ログアウトしました。")
    elif now - began > settings.SESSION_COOKIE_AGE:
        _end(request, "ログインから1日がたったため、ログアウトしました。")
    elif now - seen >= _STEP:
        session[_SEEN] = now


def _end(request, sentence):
    request.is_ended_by_time = True
    logout(request)
    messages.info(request, f"{sentence}もう一度ログインしてください。")
