"""What a scanner finds by looking alone: the passive rules of ZAP that can hold here.

Headers, cookies and inline scripts are graded in tests/headers.
"""

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment
from django.conf import settings

_DETAILS = re.compile(
    r"Traceback \(most recent|site-packages|psycopg|sqlite3\.|SQLSTATE|syntax error at"
    r"|OperationalError|IntegrityError|DoesNotExist|You're seeing this error because"
)
_INSIDE = re.compile(r"\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b")
_SECRETS = re.compile(r"pbkdf2_sha256\$|argon2\$|-----BEGIN|sessionid=|csrftoken=")
_TEMPLATE = re.compile(r"\{%|\{\{|<\?php|<%")
_TELLTALES = ("Server", "X-Powered-By", "X-Debug-Token", "X-AspNet-Version", "Via")
_STAFF = ("/staff/", "/admin/")
_LONGEST_REDIRECT = 1000


def alerts(address: str, response, body: bytes) -> list[str]:
    """The names of the rules that an answer breaks, with what broke them."""
    kind = response.headers.get("Content-Type", "")
    found = [f"header {name}" for name in _TELLTALES if name in response.headers]
    found += list(_of_headers(address, response, kind, body))
    if kind.startswith(("text/", "application/json", "application/xml", "image/svg")):
        found += list(_of_text(body.decode("utf-8", errors="replace")))
    if kind.startswith("text/html"):
        found += list(_of_page(BeautifulSoup(body, "html.parser"), address))
    return found


def _of_headers(address, response, kind, body):
    if kind.startswith("text/") and "charset=utf-8" not in kind.lower().replace(
        '"', ""
    ):
        yield f"no charset: {kind}"
    if body and not kind:
        yield "no type"
    kept = response.headers.get("Cache-Control", "")
    is_page = response.status_code == 200 and kind.startswith("text/html")
    if address.startswith(_STAFF) and is_page and "no-store" not in kept:
        yield f"may be kept: {kept}"
    if response.status_code in (301, 302) and len(body) > _LONGEST_REDIRECT:
        yield "big redirect"


def _of_text(text):
    for name, rule in (
        ("details of a fault", _DETAILS),
        ("address of the inside", _INSIDE),
        ("secret", _SECRETS),
    ):
        if found := rule.search(text):
            yield f"{name}: {found[0]}"
    if str(settings.BASE_DIR) in text or settings.SECRET_KEY in text:
        yield "path or key of the server"


def _of_page(soup, address):
    if not address.startswith("/admin/"):
        # Django's own pages name their parts so.
        yield from _comments(soup)
    for tag in soup.select("script[src], link[rel=stylesheet], img, iframe, object"):
        source = tag.get("src") or tag.get("href") or tag.get("data") or ""
        if urlsplit(source).netloc:
            yield f"from another host: {source}"
    for link in soup.select("a[target=_blank]"):
        if urlsplit(link["href"]).netloc and "noopener" not in link.get("rel", ()):
            yield f"opener: {link['href']}"
    if found := _TEMPLATE.search(soup.get_text()):
        yield f"template: {found[0]}"
    for form in soup.select("form"):
        yield from _of_form(form)


def _comments(soup):
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        yield f"comment: {comment[:60]}"


def _of_form(form):
    action, method = form.get("action") or "", (form.get("method") or "get").lower()
    if urlsplit(action).netloc or urlsplit(action).scheme:
        yield f"form to another host: {action}"
    passwords = form.select("input[type=password]")
    if method == "post" and not form.select_one("[name=csrfmiddlewaretoken]"):
        yield f"form without a token: {action}"
    if passwords and method != "post":
        yield "a password in the address"
    for field in passwords:
        if field.get("autocomplete") not in ("current-password", "new-password"):
            yield f"password without its kind: {field.get('name')}"
