import pytest

from tests.site_server import collect_static, site_environment
from tests.welfare_plan.backups import sites


@pytest.fixture(scope="module")
def env(tmp_path_factory, django_db_setup, django_db_blocker):
    """Of a server with the loaded plans, with one thread as it runs behind nginx."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        address = sites.tests_own(folder / "data").address
    env = site_environment(folder, THREADS="1", DATABASE_URL=address)
    collect_static(env)
    return env
