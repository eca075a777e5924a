"""What a strict policy keeps from working: styles and scripts inside of a page."""

from base64 import b64encode
from hashlib import sha256

from bs4 import BeautifulSoup

# Data for scripts, which browsers do not run.
_DATA = {"application/json", "application/ld+json"}


def inline_in(response, body: bytes) -> list[str]:
    """Each piece of it, but for styles that the policy names by their digest."""
    if not response.headers.get("Content-Type", "").startswith(
        ("text/html", "image/svg+xml")
    ):
        return []
    soup = BeautifulSoup(body, "html.parser")
    found = [f"<{tag.name} style>" for tag in soup.select("[style]")]
    found += [
        f"<{tag.name} {name}>"
        for tag in soup.find_all()
        for name in tag.attrs
        if name.startswith("on")
    ]
    found += [
        "<script>"
        for tag in soup.select("script:not([src])")
        if tag.get("type") not in _DATA
    ]
    found += [
        f"<a href={tag['href'][:30]}>"
        for tag in soup.select("a[href^='javascript:' i]")
    ]
    policy = response.headers.get("Content-Security-Policy", "")
    found += ["<style>" for tag in soup.select("style") if _digest(tag) not in policy]
    return found


def _digest(tag):
    digest = sha256(tag.string.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
