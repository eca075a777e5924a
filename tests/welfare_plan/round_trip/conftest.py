"""One whole site for all tests of a worker: exported, and looked at page by page."""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.welfare_plan.round_trip.databases import Files, Server, on
from tests.welfare_plan.round_trip.pages import bodies_of_site
from tests.welfare_plan.round_trip.whole_site import build
from welfare_plan.round_trip.exporting import export_site
from welfare_plan.round_trip.importing import import_site


@dataclass(frozen=True)
class Original:
    """The export of the site, and what visitors got from it."""

    folder: Path
    bodies: dict


@pytest.fixture(scope="session")
def original(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("original") / "site"
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        export_site(folder)
        bodies = bodies_of_site()
        transaction.set_rollback(True)
    return Original(folder, bodies)


@pytest.fixture(scope="session")
def files(django_db_blocker, tmp_path_factory):
    """Empty databases on SQLite."""
    with django_db_blocker.unblock():
        return Files(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def databases(request, django_db_setup, django_db_blocker):
    """Empty databases of the kind that the tests run on."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            return request.getfixturevalue("files")
        return Server()


@pytest.fixture(scope="session")
def empty(databases, django_db_blocker):
    """The name of a database that stays empty."""
    with django_db_blocker.unblock():
        return databases.empty()


@pytest.fixture(scope="session")
def copy(databases, original, django_db_blocker):
    """The name of a database into which the site was imported."""
    with django_db_blocker.unblock():
        name = databases.empty()
        with on(databases.connect(name)):
            import_site(original.folder)
    return name


@pytest.fixture
def empty_site(databases, empty, django_db_blocker):
    """The test runs on an empty database; what it writes is undone."""
    with django_db_blocker.unblock(), _undone(databases.connect(empty)):
        yield


@pytest.fixture
def copied_site(databases, copy, django_db_blocker):
    """The test runs on the imported site; what it writes is undone."""
    with django_db_blocker.unblock(), _undone(databases.connect(copy)):
        yield


@contextmanager
def _undone(wrapper):
    with on(wrapper), transaction.atomic():
        yield
        transaction.set_rollback(True)
