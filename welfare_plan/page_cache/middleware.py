"""The first of all middleware: answers what is known, and keeps what is made.

`welfare_plan.page_cache.front` answers before it what it has named already.

A page that is found costs no session, no look at the addresses, and no query within
the lease of the revisions.
"""

from django.conf import settings
from django.utils import timezone

from plans.made_once import forget_all
from welfare_plan.page_cache import shadow
from welfare_plan.page_cache.entries import Entry
from welfare_plan.page_cache.front import NAME, forget_names
from welfare_plan.page_cache.keys import forget_hosts, has_session, key_of
from welfare_plan.page_cache.public import ask_for_everybody, is_public
from welfare_plan.page_cache.replies import reply
from welfare_plan.page_cache.revisions import Away, revisions
from welfare_plan.page_cache.stale import stale_page
from welfare_plan.page_cache.store import store

UNAVAILABLE = 503


def forget_everything() -> None:
    """As after a restart."""
    store.clear()
    forget_all()
    revisions.forget()
    forget_hosts()
    forget_names()


class PageCacheMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if has_session(request):
            return _for_one_person(self.get_response(request))
        key = key_of(request) if settings.PAGE_CACHE_BYTES else None
        if key is None:
            return self.get_response(request)
        request.META[NAME] = key
        entry = store.get(key)
        try:
            return self._answer(request, key, entry)
        except Away:
            stale = stale_page(request, entry)
        return stale or self.get_response(request)

    def _answer(self, request, key, entry):
        snapshot = revisions.current()
        if entry is None:
            return self._made(request, key, snapshot)
        if not entry.is_current(snapshot, timezone.localdate()):
            return self._made_once(request, key, entry)
        if settings.PAGE_CACHE_VERIFY:
            return self._checked(request, key, entry)
        return reply(request, entry)

    def _made_once(self, request, key, old: Entry):
        """Threads that want the same page wait for the first of them to make it."""
        with old.lock:
            snapshot, entry = revisions.current(), store.get(key)
            if entry is None or not entry.is_current(snapshot, timezone.localdate()):
                return self._made(request, key, snapshot)
        return reply(request, entry)

    def _made(self, request, key, snapshot):
        """`snapshot` was taken before: too new a page under an old name is harmless."""
        response, entry = self._rendered(request, snapshot)
        if entry is None:
            return _not_made(request, key, response)
        self._keep(request, key, entry)
        return reply(request, entry)

    def _keep(self, request, key, entry):
        if request.method == "GET":
            store.put(key, entry, limit=settings.PAGE_CACHE_BYTES)

    def _rendered(self, request, snapshot):
        """The response, and the entry that it makes if it is one for everybody."""
        ask_for_everybody(request)
        day = timezone.localdate()
        response = self.get_response(request)
        entry = Entry(response, snapshot, day) if is_public(response) else None
        return response, entry

    def _checked(self, request, key, kept: Entry):
        """The fresh page; whatever the kept one had otherwise is reported."""
        snapshot = revisions.current(asks_anyway=True)
        response, entry = self._rendered(request, snapshot)
        now = revisions.current(asks_anyway=True)
        # Not where something was published just now: then both may be right.
        if now is snapshot and kept.is_current(now, timezone.localdate()):
            shadow.compare(request, kept, response, entry)
        if entry is None:
            return _not_made(request, key, response)
        if (entry.body, entry.headers) != (kept.body, kept.headers):
            self._keep(request, key, entry)
        return reply(request, entry)


def _not_made(request, key, response):
    """A page that is gone is forgotten; a fault leaves the last one that is known."""
    if response.status_code < 500:
        store.discard(key)
        return response
    is_away = response.status_code == UNAVAILABLE
    return is_away and stale_page(request, store.get(key)) or response


def _for_one_person(response):
    if not response.has_header("Cache-Control"):
        response.headers["Cache-Control"] = "private, no-store"
    return response
