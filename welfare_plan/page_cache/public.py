"""Which answers are the same for everybody, so that they may be kept."""

from django.http import HttpResponse

# A request that asks for a page by its stored name: the page leaves here uncompressed.
_MARK = "is_for_everybody"


def ask_for_everybody(request) -> None:
    setattr(request, _MARK, True)


def is_asked_for_everybody(request) -> bool:
    return getattr(request, _MARK, False)


def is_public(response: HttpResponse) -> bool:
    """Whether a view has said what the page was made from, and nobody else objects."""
    return (
        getattr(response, "public_scopes", None) is not None
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and "cookie" not in response.get("Vary", "").lower()
        and "'nonce-" not in response.get("Content-Security-Policy", "")
    )
