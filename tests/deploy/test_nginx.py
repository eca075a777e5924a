"""deploy/nginx in front of the real server. Without an nginx only its text is read."""

import json
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from types import SimpleNamespace

import pytest

from tests.deploy.proxy import check, configured, nginx, proxied
from tests.headers.a_plus import BAR
from tests.headers.observatory import grade
from tests.site_server import ROOT

FOLDER = ROOT / "deploy" / "nginx"
TEXT = (FOLDER / "portal.conf").read_text("utf-8")

pytestmark = [pytest.mark.setup, pytest.mark.django_db]


def test_every_place_to_fill_in_is_filled_by_both_ways():
    places = set(re.findall(r"\$\{(\w+)\}", TEXT))
    fill = (FOLDER / "fill").read_text("utf-8")
    compose = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")

    assert places == {"SERVER_NAME", "TLS", "LOG", "ERRORS", "CACHE", "FILES"}
    for place in places:
        assert f"\\${{{place}}}" in fill
        assert re.search(rf"^      {place}: ", compose, re.MULTILINE)


def test_a_worker_is_not_given_up_later_than_nginx_gives_up():
    server = (ROOT / "welfare_plan" / "gunicorn.py").read_text("utf-8")
    (timeout,) = re.findall(r"^timeout = (\d+)", server, re.MULTILINE)
    waits = [int(n) for n in re.findall(r"proxy_read_timeout (\d+)s", TEXT)]

    assert max(waits) > int(timeout) > min(waits)


@pytest.fixture(scope="module")
def site(env, tmp_path_factory):
    """nginx with a server behind it, as a visitor reaches both."""
    if not nginx():
        pytest.skip("no nginx: apt install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    proxy = configured(folder, int(env["PORT"]))
    checked = check(proxy)
    assert checked.returncode == 0, checked.stderr
    with proxied(proxy, env) as server:
        yield proxy, server


def test_pages_come_over_http2_compressed_once_and_with_an_id(site):
    proxy, _ = site
    context = proxy.context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("localhost", proxy.https)) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as secured,
    ):
        spoken = secured.selected_alpn_protocol()

    status, headers, body = proxy.get("/plans/kita-ku/", **{"Accept-Encoding": "gzip"})

    assert spoken == "h2"
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert body[:2] == b"\x1f\x8b"
    assert re.fullmatch(r"[0-9a-f]{32}", headers["x-request-id"])
    assert "max-age" in headers["strict-transport-security"]
    assert headers["server"] == "nginx"


def logged(proxy):
    time.sleep(0.2)
    return [json.loads(line) for line in proxy.log.read_text().splitlines()]


def test_its_log_has_the_id_and_no_query(site):
    proxy, _ = site

    _, headers, _ = proxy.get("/search/?q=secret")

    line = logged(proxy)[-1]
    assert line["request_id"] == headers["x-request-id"]
    assert (line["uri"], line["status"]) == ("/search/", 200)
    assert "secret" not in proxy.log.read_text()


def test_its_log_has_no_link_that_sets_a_password(site):
    proxy, _ = site

    proxy.get("/staff/password/set/MQ/digw2m-himitsu/")

    assert logged(proxy)[-1]["uri"] == "/staff/password/set/(cut)"
    assert "himitsu" not in proxy.log.read_text()


@pytest.mark.parametrize(
    ("path", "status"),
    [(f"/{'a' * 16_500}", 414), (f"/{'a' * 7_300}", 414), ("/%zz", 400)],
    ids=["very long", "long", "odd"],
)
def test_what_it_refuses_itself_is_told_in_japanese(site, path, status):
    proxy, _ = site

    answered, headers, body = proxy.get(path)

    assert answered == status
    assert "このアドレスは開けません" in body.decode()
    assert _score(headers) >= BAR


def test_what_it_lets_through_the_portal_answers(site):
    proxy, _ = site

    status, _, body = proxy.get(f"/{'a' * 7_000}")

    assert status == 404
    assert "ページが見つかりません" in body.decode()


def test_http_is_sent_to_https_and_a_foreign_host_nowhere(site):
    proxy, _ = site
    with closing(HTTPConnection("localhost", proxy.http)) as connection:
        connection.request("GET", "/plans/?a=1")
        answer = connection.getresponse()
        answer.read()
        moved = answer.status, answer.getheader("Location")
        connection.request("GET", "/", headers={"Host": "evil.example"})
        with pytest.raises(ConnectionError):
            connection.getresponse()

    assert moved == (301, "https://localhost/plans/?a=1")


def test_static_files_are_asked_of_the_server_once(site):
    proxy, _ = site
    page = proxy.get("/")[2].decode()
    (path,) = re.findall(r'href="(/static/css/portal\.\w+\.css)"', page)

    answers = [proxy.get(path) for _ in range(2)]

    kept = [path for path in (proxy.folder / "cache").rglob("*") if path.is_file()]
    assert [status for status, _, _ in answers] == [200, 200]
    assert answers[0][2] == answers[1][2]
    assert "immutable" in answers[1][1]["cache-control"]
    assert len(kept) == 1


def test_what_is_too_large_is_refused_in_words_before_it_is_sent(site):
    proxy, _ = site
    connection = HTTPSConnection("localhost", proxy.https, context=proxy.context())
    with closing(connection):
        connection.putrequest("POST", "/staff/")
        connection.putheader("Content-Length", str(200 * 1024 * 1024))
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode()

    assert answer.status == 413
    assert "ファイルが大きすぎます" in body


def _score(headers):
    named = {name.title(): text for name, text in headers.items()}
    return grade(SimpleNamespace(headers=named, cookies={}))[0]


def test_what_comes_through_it_keeps_its_headers(site):
    proxy, _ = site
    (style,) = re.findall(
        r'href="(/static/css/portal\.\w+\.css)"', proxy.get("/")[2].decode()
    )

    for path in ("/", "/staff/login/", "/nowhere/", "/api/v1/plans", style):
        assert _score(proxy.get(path)[1]) >= BAR


@pytest.mark.parametrize(
    "path",
    [
        "/staff/login/",
        "/staff/password/forgotten/",
        "/staff/city-login/",
        "/staff/city-login/city/back/",
    ],
)
def test_logins_are_few_for_each_address_and_pages_many(site, path):
    proxy, _ = site
    # A zone is shared by all of its addresses: it fills up once and stays full.
    with ThreadPoolExecutor(8) as machines:
        answers = list(machines.map(proxy.get, [f"{path}?error=x"] * 120))
    page = proxy.get("/plans/kita-ku/")

    refused = [answer for answer in answers if answer[0] == 429]
    assert len(refused) >= 10
    assert "短い時間に" in refused[0][2].decode()
    assert page[0] == 200


def test_without_the_server_a_page_says_so_in_japanese(site):
    proxy, server = site
    server.terminate()
    server.wait(timeout=35)

    status, headers, body = proxy.get("/plans/kita-ku/?q=himitsu")

    assert status == 502
    assert logged(proxy)[-1]["uri"] == "/plans/kita-ku/"
    assert "himitsu" not in (proxy.folder / "errors.log").read_text()
    assert "ただいま表示できません" in body.decode()
    assert headers["cache-control"] == "no-store"
    assert _score(headers) >= BAR
