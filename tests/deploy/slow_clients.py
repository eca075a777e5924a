"""Clients who keep their connections by sending and reading by drops (slowloris)."""

import socket
from contextlib import suppress
from threading import Event, Thread

# An address of their own, so that the proxy's limits count them apart from visitors.
SOURCE = "127.0.0.2"
_TICK = 0.5  # seconds
_HEADERS = b"GET /plans/ HTTP/1.1\r\nHost: localhost\r\nX-A: "
_BODY = (
    b"POST /staff/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\na="
)
_PAGE = b"GET /plans/kita-ku/ HTTP/1.1\r\nHost: localhost\r\n\r\n"


class SlowClients:
    """Every other sends its headers by drops, a fourth its body; a fourth reads so.

    Whoever is given up comes back at once.
    """

    def __init__(self, port, number, context=None):
        self.port, self.number, self.context = port, number, context
        self.most_open = self.given_up = 0
        self._is_over, self._clients = Event(), []

    def __enter__(self):
        self._thread = Thread(target=self._hold)
        self._thread.start()
        return self

    def __exit__(self, *failure):
        self._is_over.set()
        self._thread.join()
        for client, _ in self._clients:
            client.close()

    def wait_until_all_are_there(self, seconds=60):
        for _ in range(10 * seconds):
            if self.most_open >= self.number:
                return
            self._is_over.wait(0.1)

    def _hold(self):
        while not self._is_over.is_set():
            while len(self._clients) < self.number and not self._is_over.is_set():
                with suppress(OSError):
                    self._clients.append(self._opened(len(self._clients)))
            self.most_open = max(self.most_open, len(self._clients))
            stayed = [one for one in self._clients if _drop(*one)]
            self.given_up += len(self._clients) - len(stayed)
            self._clients = stayed
            self._is_over.wait(_TICK)

    def _opened(self, place):
        first = (_HEADERS, _BODY, _HEADERS, _PAGE)[place % 4]
        client = socket.create_connection(
            ("127.0.0.1", self.port), timeout=20, source_address=(SOURCE, 0)
        )
        if self.context:
            client = self.context.wrap_socket(client, server_hostname="localhost")
        client.sendall(first)
        client.settimeout(0.01)
        return client, first is _PAGE


def _drop(client, only_reads):
    """One byte more; false where the other side has ended the connection."""
    try:
        if only_reads:
            return client.recv(1) != b""
        client.send(b"a")
    except TimeoutError:
        return True
    except OSError:
        client.close()
        return False
    return True
