"""Which answers leave compressed."""

from django.middleware.gzip import GZipMiddleware

from welfare_plan.page_cache.public import is_asked_for_everybody, is_public

_TEXTS = {
    "application/json",
    "application/ld+json",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
}


class TextGZipMiddleware(GZipMiddleware):
    """Compresses texts; workbooks and evidence stay as long as they say they are.

    What is the same for everybody is compressed once, where it is kept.
    """

    def process_response(self, request, response):
        if is_asked_for_everybody(request) and is_public(response):
            return response
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        if kind.startswith("text/") or kind in _TEXTS:
            return super().process_response(request, response)
        return response
