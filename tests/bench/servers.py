"""The servers that are measured: the site that keeps its pages, the site that renders
each anew, and a bare view with the bytes of one page.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.own_postgresql import own_postgresql
from tests.site_server import prepare, run_python, served, site_environment

SETTINGS = "welfare_plan.settings"
# Fewer threads, steadier figures: docs/decisions/0026-page-cache.md.
SYNC = ("--worker-class", "sync", "--threads", "1", "--workers", "2")


@dataclass(frozen=True)
class Site:
    """A database with the seven plans and one of 100 targets; paths of its pages."""

    env: dict
    pages: dict[str, str]


@contextmanager
def filled(kind: str) -> Iterator[Site]:
    """A site on `sqlite` or `postgresql`, deleted afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        values = {"LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": SETTINGS}
        if kind == "postgresql":
            server = stack.enter_context(own_postgresql())
            values["DATABASE_URL"] = server.get_uri()
        env = site_environment(folder, **values)
        prepare(env)
        said = run_python(env, "-m", "tests.bench.page_of_targets").splitlines()[-1]
        yield Site(env, json.loads(said))


def keeping(site: Site):
    """The address of the site as it runs."""
    return served(site.env, *SYNC)


def rendering(site: Site):
    """The address of the same site, which keeps no page."""
    return served({**site.env, **_another_port(), "PAGE_CACHE_BYTES": "0"}, *SYNC)


@contextmanager
def bare(page: str) -> Iterator[str]:
    """The address of a view that answers with the bytes of a page."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        body = Path(folder) / "body"
        body.write_bytes(urlopen(page).read())
        env = site_environment(Path(folder), CONST_BODY=str(body))
        app = "tests.bench.const_site:application"
        with served(env, *SYNC, app) as address:
            yield f"{address}/"


def _another_port():
    env = site_environment(Path())
    return {name: env[name] for name in ("PORT", "SITE_URL")}
