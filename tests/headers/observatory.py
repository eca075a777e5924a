"""Grades the headers of an answer with the weights of Mozilla's HTTP Observatory.

100 to begin with; what is missing costs, what is better than needed adds. What may be
framed by others on purpose is not asked for a guard against frames. Bonus points of
newer editions (CORP) are left out: the bar shall not be reached by them.
"""

from http.cookies import Morsel

HALF_A_YEAR = 15_768_000
_PRIVATE = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}


def grade(response, *, may_be_framed=False) -> tuple[int, dict[str, int]]:
    """The score, and what each rule gave or took."""
    headers = response.headers
    policy = directives(headers.get("Content-Security-Policy", ""))
    found = {
        "policy": _policy(policy),
        "frames": 0 if may_be_framed else _frames(policy, headers),
        "hsts": 0 if _hsts(headers) >= HALF_A_YEAR else -20,
        "nosniff": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "referrer": 5 if headers.get("Referrer-Policy") in _PRIVATE else 0,
        "cookies": _cookies(response.cookies.values()),
    }
    score = 100 + sum(points for points in found.values() if points < 0)
    if score >= 90:
        score += sum(points for points in found.values() if points > 0)
    return score, found


def directives(header: str) -> dict[str, list[str]]:
    parts = (part.split() for part in header.split(";"))
    return {part[0]: part[1:] for part in parts if part}


def _policy(policy):
    if not policy:
        return -25
    default = policy.get("default-src", ["*"])
    scripts = policy.get("script-src", default)
    styles = policy.get("style-src", default)
    if "'unsafe-inline'" in scripts or "*" in scripts or "data:" in scripts:
        return -20
    if "'unsafe-eval'" in scripts:
        return -10
    if "'unsafe-inline'" in styles:
        return 0
    return 10 if default == ["'none'"] else 5


def _frames(policy, headers):
    if policy.get("frame-ancestors", ["*"]) in (["'none'"], ["'self'"]):
        return 5
    return 0 if headers.get("X-Frame-Options") in ("DENY", "SAMEORIGIN") else -20


def _hsts(headers):
    for part in headers.get("Strict-Transport-Security", "").split(";"):
        name, _, value = part.strip().partition("=")
        if name == "max-age":
            return int(value)
    return 0


def _cookies(cookies: list[Morsel]):
    # One that is taken away holds nothing.
    points = [_cookie(cookie) for cookie in cookies if cookie["max-age"] != 0]
    return min(points, default=0)


def _cookie(cookie):
    if not cookie["secure"]:
        return -40
    if not cookie["httponly"]:
        return -30
    return 5 if cookie["samesite"] in ("Lax", "Strict") else 0
