"""Addresses that nobody should ask for, from those of the site: drawn, not random.

    addresses = strange_addresses(world, seed=8)
    next(addresses)

What is drawn differs in one or two places from an address that there is: most of it
passes the patterns and reaches the views.
"""

from random import Random
from urllib.parse import quote

from tests.rights_world import routes
from welfare_plan.page_cache.keys import KNOWN

# In the place of a part of the path or of a value: as it is sent, already quoted.
JUNK = (
    *("0", "-1", "9" * 40, "1e999", "NaN", "R7", "R99999", "2147483648"),
    *("%00", "%", "%zz", "%ff", "%c3%28", "%ed%a0%80", "%F0%9F%92%A9"),
    *("..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%5c..%5c", "%2f", ";a=b", "%3f"),
    *("%0d%0aX-Forged:%201", "%e2%80%ae", "%ef%bb%bf", "%20", "+", "'%22%3E"),
    *("'%20OR%201=1--", "%3Cscript%3E1%3C/script%3E", "%7B%7B1%7D%7D", "$%7B1%7D"),
    *("a" * 8000, "%E3%81%82" * 900, "a%00b", quote("令和７年度"), quote("か゛")),
)
_OTHER_NAMES = (
    *("q", "sort", "order", "next", "format", "state", "cursor", "limit", "offset"),
    *("per_page", "fields", "fiscal_year", "kind", "o", "p", "_facets", "all", "e"),
    *("id__in", "pk", "department", "person", "from", "to", "round", "what", "x[]"),
)
_LONGEST = 8000


def all_names() -> list[str]:
    """Of parameters: those that pages read, and those that pages elsewhere read."""
    return [*sorted(KNOWN), *_OTHER_NAMES]


def strange_addresses(world, seed):
    draw = Random(seed)
    known = [world.address(route, "") for route in routes()]
    names = all_names()
    while True:
        path = draw.choice(known)
        for change in draw.sample((_part, _end, _query, _query), draw.randint(1, 2)):
            path = change(draw, path, names)
        yield path[:_LONGEST]


def _part(draw, path, names):
    """One part between slashes is something else."""
    path, *query = path.split("?", 1)
    parts = path.split("/")
    # The first is empty.
    parts[draw.randrange(1, len(parts))] = draw.choice(JUNK)
    path = "/" + "/".join(parts).lstrip("/")
    return "?".join([path, *query])


def _end(draw, path, names):
    path, *query = path.split("?", 1)
    ending = draw.choice(("/", "//", ".csv", ".json", ".svg", "%20", "/../", "x/"))
    # What begins with two slashes names a host; what begins with none is no path.
    path = "/" + (path.rstrip("/") + ending).lstrip("/")
    return "?".join([path, *query])


def _query(draw, path, names):
    given = (
        f"{draw.choice(names)}={draw.choice(JUNK)}" for _ in range(draw.randint(1, 3))
    )
    times = draw.choice((1, 1, 1, 2, 300))
    joined = "&".join((*given,) * times)
    return f"{path}{'&' if '?' in path else '?'}{joined}"
