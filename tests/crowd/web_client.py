"""A browser of few words, for many at once against the real server."""

from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from time import monotonic
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True)
class Response:
    status_code: int
    content: bytes
    seconds: float


@dataclass
class WebClient:
    """Keeps cookies; follows no redirect.

    A connection for each request: a kept one may be closed by the server just when it
    is used again, which browsers mend by themselves.
    """

    site: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self._connection = HTTPConnection(urlsplit(self.site).netloc, timeout=60)

    def get(self, address) -> Response:
        return self._ask("GET", address, None, {})

    def post(self, address, values) -> Response:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", address, urlencode(values, doseq=True), kind)

    def close(self):
        self._connection.close()

    def _ask(self, method, address, body, headers):
        cookie = "; ".join(f"{name}={text}" for name, text in self.cookies.items())
        started = monotonic()
        headers = {**headers, "Cookie": cookie, "Connection": "close"}
        self._connection.request(method, address, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {n: one.value for n, one in SimpleCookie(line).items()}
        return Response(answer.status, content, monotonic() - started)
