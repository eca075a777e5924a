"""Whose request it is, behind none, one or two proxies."""

import pytest
from django.test import RequestFactory

from welfare_plan.sign_in.addresses import client_address, throttle_address

PROXY = "10.0.0.1"


def asked(remote, forwarded=None):
    extra = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **extra)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        pytest.param(0, "203.0.113.9", PROXY, id="no proxy of ours, a header made up"),
        pytest.param(1, "203.0.113.9", "203.0.113.9", id="one proxy"),
        pytest.param(1, "1.2.3.4, 203.0.113.9", "203.0.113.9", id="one, and a lie"),
        pytest.param(2, "1.2.3.4, 203.0.113.9, 10.0.0.2", "203.0.113.9", id="two"),
        pytest.param(2, "203.0.113.9", PROXY, id="fewer than there should be"),
        pytest.param(1, "x'; DROP", None, id="no address"),
        pytest.param(1, "", PROXY, id="an empty header"),
    ],
)
def test_the_address_is_the_one_that_our_outermost_proxy_saw(
    settings, proxies, forwarded, expected
):
    settings.PROXIES = proxies

    assert client_address(asked(PROXY, forwarded)) == expected


def test_of_ipv6_the_whole_network_is_counted_as_one():
    first, second = (
        throttle_address(asked(f"2001:db8:1:2:{tail}")) for tail in ("a::1", "b::2")
    )

    assert first == second == "2001:db8:1:2::"
    assert throttle_address(asked("2001:db8:1:3::1")) != first
    assert throttle_address(asked("192.0.2.1")) == "192.0.2.1"


def test_nobody_knows_who_is_behind_a_socket():
    assert client_address(asked("")) is None
