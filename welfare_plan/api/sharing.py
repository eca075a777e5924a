"""What scripts in pages of other sites may do here: read, and ask what changed (CORS).

Nobody is logged in, so that there is nothing to protect from them.
"""

from django.http import HttpResponse

METHODS = "GET, HEAD, OPTIONS"
SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}


def preflight() -> HttpResponse:
    """Any header may come along: common libraries send some that nobody reads here."""
    return HttpResponse(
        status=204,
        headers={
            **SHARED,
            "Allow": METHODS,
            "Access-Control-Allow-Methods": METHODS,
            "Access-Control-Allow-Headers": "*",
            "Access-Control-Max-Age": 86_400,
        },
    )
