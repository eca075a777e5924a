"""An identity provider of our own, which says whatever a test wants it to say.

It speaks OpenID Connect over http on loopback; a real one was never asked.
"""

import json
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import time
from urllib.parse import parse_qs, urlsplit

import jwt

CLIENT, SECRET = "portal", "stub-secret-of-the-city-000000000"
DISCOVERY = "/.well-known/openid-configuration"


class Provider(ThreadingHTTPServer):
    """`claims` is who is there; `asked` is what the site sent for its tokens."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.claims, self.userinfo, self.token, self.asked = {}, {}, {}, []

    def id_token(self):
        now = int(time())
        whole = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "1",
            "iat": now,
            "exp": now + 60,
            **self.claims,
            **self.token,
        }
        return jwt.encode(whole, SECRET, algorithm="HS256")


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if urlsplit(self.path).path == DISCOVERY:
            place = self.server.address
            names = {
                "authorization_endpoint": "authorize",
                "token_endpoint": "token",
                "userinfo_endpoint": "userinfo",
                "jwks_uri": "keys",
            }
            said = {name: f"{place}/{path}" for name, path in names.items()}
            self._say({"issuer": place, **said})
        else:
            claims = {"sub": "1", **self.server.claims, **self.server.userinfo}
            self._say(claims)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append({k: v[0] for k, v in parse_qs(body).items()})
        self._say(
            {
                "access_token": "stub-access-token",
                "token_type": "Bearer",
                "expires_in": 60,
                "id_token": self.server.id_token(),
            }
        )

    def _say(self, content):
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextmanager
def running():
    with Provider() as provider:
        thread = Thread(target=provider.serve_forever)
        thread.start()
        try:
            yield provider
        finally:
            provider.shutdown()
            thread.join()


def challenge_of(verifier):
    digest = sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
