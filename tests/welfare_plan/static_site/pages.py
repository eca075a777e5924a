"""A made-up site, for what does not depend on what real pages say."""

from django.http import HttpResponse

KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".xml": "application/xml"}


class PagesVisitor:
    """Answers from a dictionary; a number in it is the status of a page."""

    def __init__(self, pages):
        self._pages = pages

    def get(self, address):
        body = self._pages.get(address, 404)
        if isinstance(body, int):
            return HttpResponse(status=body)
        kinds = (kind for end, kind in KINDS.items() if address.endswith(end))
        return HttpResponse(body, content_type=next(kinds, "text/html; charset=utf-8"))

    def page_not_found(self):
        return HttpResponse('<a href="/">top</a>', status=404)
