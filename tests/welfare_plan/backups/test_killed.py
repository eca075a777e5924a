"""A restore that is killed leaves the site as it was, or as the backup has it."""

import pytest

from tests.killed import never_in_between
from tests.own_postgresql import postgresql_programs
from tests.welfare_plan.backups import sites

pytestmark = [pytest.mark.django_db, pytest.mark.long]

COUNTS = """
SELECT (SELECT count(*) FROM auth_user),
       (SELECT count(*) FROM plans_plan WHERE title = '書き換えた題')
"""


class Kept:
    """A database that somebody has worked in, set back to that before each try."""

    def __init__(self, kept, site):
        self._kept, self._site, self.address = kept, site, site.address

    def set_back(self):
        sites.copy(self._kept, self._site)

    def counts(self):
        return sites.row(self._site, COUNTS)


@pytest.fixture
def changed(saved, tmp_path):
    site = sites.empty(tmp_path / "changed")
    site.manage("restore", saved.backup)
    assert site.run("-m", "tests.welfare_plan.backups.change").returncode == 0
    yield site
    sites.forget(site)


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(3, id="three times"),
        pytest.param(20, id="twenty times", marks=pytest.mark.drill),
    ],
)
def test_it_is_never_half_a_restore(
    saved, changed, another, tmp_path, kills, print_figures
):
    evidence, programs = tmp_path / "evidence", postgresql_programs()

    figures = never_in_between(
        Kept(changed, another),
        "tests.welfare_plan.backups.restore_and_die",
        [saved.backup, evidence, programs],
        added=(-1, -7),
        kills=kills,
    )

    print_figures(id="R16", what="restore killed", **figures)
    files = [path for path in evidence.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"a1.pdf", "b2.xlsx"}
