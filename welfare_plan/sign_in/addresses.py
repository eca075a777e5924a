"""Where a request comes from, behind the proxies of the site."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address that the outermost proxy of ours saw; None where nobody knows.

    What stands further left in X-Forwarded-For was written by the visitor.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(hops) >= settings.PROXIES:
            said = hops[-settings.PROXIES].strip() or said
    try:
        return str(ip_address(said))
    except ValueError:
        return None


def throttle_address(request: HttpRequest) -> str | None:
    """The same for counting."""
    return counted_as(client_address(request))


def counted_as(address: str | None) -> str | None:
    """Of IPv6 the network, since a visitor has 2**64 addresses in it."""
    if address and isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/64", strict=False).network_address)
    return address
