"""nginx with deploy/nginx before the real server, on ports of its own."""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path

from tests.site_server import ROOT

# What Debian and the nginx image set above our files, which must not clash with it.
_AROUND = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    sendfile on; tcp_nopush on; keepalive_timeout 65; gzip on; types_hash_max_size 2048;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_prefer_server_ciphers on;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    access_log {folder}/other.log;
    include {folder}/conf.d/*.conf;
}}
"""


def nginx() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@dataclass(frozen=True)
class Proxy:
    folder: Path
    http: int
    https: int

    @property
    def address(self) -> str:
        return f"https://localhost:{self.https}"

    @property
    def log(self) -> Path:
        return self.folder / "access.log"

    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.folder / "fullchain.pem")

    def get(self, path, **headers):
        """Status, headers by lower-case name, body."""
        connection = HTTPSConnection(
            "localhost", self.https, timeout=60, context=self.context()
        )
        with closing(connection):
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            names = {name.lower(): text for name, text in answer.getheaders()}
            return answer.status, names, answer.read()


def configured(folder: Path, upstream_port: int) -> Proxy:
    """The files as deploy/nginx/fill writes them, but for the ports."""
    _certificate(folder)
    own = {**os.environ, "LOG": str(folder / "access.log")}
    own["ERRORS"] = str(folder / "errors.log")
    own["CACHE"] = str(folder / "cache")
    fill = [ROOT / "deploy" / "nginx" / "fill", "localhost", folder, folder]
    subprocess.run(fill, env=own, check=True)
    proxy = Proxy(folder, *(_free_port() for _ in range(2)))
    site = folder / "conf.d" / "portal.conf"
    text = site.read_text().replace("listen 80", f"listen 127.0.0.1:{proxy.http}")
    site.write_text(text.replace("listen 443", f"listen 127.0.0.1:{proxy.https}"))
    (folder / "conf.d" / "00-upstream.conf").write_text(
        f"upstream portal {{ server 127.0.0.1:{upstream_port} fail_timeout=0; }}"
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, user=user))
    return proxy


def check(proxy: Proxy) -> subprocess.CompletedProcess:
    command = [nginx(), "-t", "-p", proxy.folder, "-c", proxy.folder / "nginx.conf"]
    return subprocess.run(command, capture_output=True, text=True)


@contextmanager
def proxied(proxy: Proxy, env):
    """nginx and gunicorn behind it; gives gunicorn's process."""
    command = [nginx(), "-p", proxy.folder, "-c", proxy.folder / "nginx.conf"]
    front = subprocess.Popen([*command, "-g", "daemon off;"])
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "welfare_plan/gunicorn.py"],
        cwd=ROOT,
        env={**env, "SITE_URL": proxy.address},
    )
    try:
        _wait_for(proxy)
        yield server
    finally:
        for process in (server, front):
            process.terminate()
            process.wait(timeout=35)


def _wait_for(proxy):
    for _ in range(300):
        try:
            if proxy.get("/healthz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError(proxy.address)


def _certificate(folder):
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    command = ["openssl", "req", "-x509", "-days", "2", *key, *subject, *files]
    subprocess.run(command, check=True, capture_output=True)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
