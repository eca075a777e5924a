"""Refuses what is too large before anything of it is read.

Every form has limits of its own, with a sentence in its own place: 20 MB for tables,
10 MB for evidence. This one is for what no form of the site would send.
"""

from django.shortcuts import render

MOST_BYTES = 32 * 1024 * 1024


class BodyLimitMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A body without a length is read by nobody: Django takes it for empty.
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isascii() and length.isdigit() and int(length) > MOST_BYTES:
            page = {"megabytes": MOST_BYTES // 1024 // 1024}
            return render(None, "413.html", page, status=413)
        return self.get_response(request)
