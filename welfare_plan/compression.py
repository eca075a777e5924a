"""Which answers leave compressed."""

from django.middleware.gzip import GZipMiddleware

_TEXTS = {
    "application/json",
    "application/ld+json",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
}


class TextGZipMiddleware(GZipMiddleware):
    """Compresses texts; workbooks and evidence stay as long as they say they are."""

    def process_response(self, request, response):
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        if kind.startswith("text/") or kind in _TEXTS:
            return super().process_response(request, response)
        return response
