"""Shared by all tests: the seven plans are in the database before the first one."""

import gc
import os
import tempfile
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.committed import at_once, made  # noqa: F401
from tests.drill_figures import print_figures  # noqa: F401
from tests.kept_pages import kept_pages_are_true, requests_are_known  # noqa: F401
from tests.planner import tell_planner

# The same examples on every machine, however busy it is.
hypothesis.settings.register_profile(
    "suite",
    derandomize=True,
    deadline=None,
    suppress_health_check=[
        hypothesis.HealthCheck.too_slow,
        hypothesis.HealthCheck.filter_too_much,
    ],
)
hypothesis.settings.load_profile("suite")

# Playwright keeps an event loop of its own; without this the ORM refuses to work.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Looking for garbage again and again took a third of the time of a crawl.
gc.set_threshold(100_000, 50, 50)


_folders = tempfile.TemporaryDirectory(prefix="downloads")
_numbers = count(1)


def pytest_configure():
    settings.OPEN_DATA_DIR = Path(_folders.name) / "first"
    # Hashed static names need `collectstatic`; the tests that want them start the
    # real server.
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    # Else each client reads the whole folder of static files, most of a test's time.
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PAGE_CACHE_VERIFY = True
    # Logins of tests come without a request. tests/welfare_plan/sign_in has it on.
    settings.AXES_ENABLED = False
    # The default hasher is slow on purpose, which no test is about.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def a_request_ends_inside_the_transaction_of_its_test():
    """The end of a request gives its connection back, which is that of the test here.

    Django's test client knows; a server without it, or a file that is closed, does not.
    """
    own = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def unless_in_a_transaction(self):
        if not self.in_atomic_block:
            own(self)

    BaseDatabaseWrapper.close_if_unusable_or_obsolete = unless_in_a_transaction
    yield
    BaseDatabaseWrapper.close_if_unusable_or_obsolete = own


@pytest.fixture(scope="session", autouse=True)
def histories_can_be_emptied():
    """Tests with real transactions empty all tables; the triggers would refuse it.

    tests/plans/test_append_only.py sets them and proves that they hold.
    """
    from plans import append_only

    append_only.own_protect = append_only.protect
    append_only.protect = lambda *args: None


@pytest.fixture(scope="session", autouse=True)
def mails_are_sent_before_the_answer():
    """So that each is in the outbox of its own test."""
    from welfare_plan.people import mail_later

    own, mail_later.send_later = mail_later.send_later, lambda send: send()
    yield
    mail_later.send_later = own


@pytest.fixture(autouse=True)
def own_downloads():
    """A test that is undone leaves no file behind that another one would be given."""
    settings.OPEN_DATA_DIR = Path(_folders.name) / str(next(_numbers))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("load_plans", verbosity=0)
        call_command("load_readings", verbosity=0)
        tell_planner()
    gc.freeze()


@pytest.fixture
def staff_client(client, django_user_model):
    """A client logged in as a member of staff who may edit everything."""
    user = django_user_model.objects.create_superuser("keikaku", password="x" * 12)
    client.force_login(user)
    return client
