"""What the admin took out, opened and saved in LibreOffice, comes back unchanged.

Where the columns of a file change: export these records, keep the files as
files/admin-*.xlsx and let make_files.py save them again.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.models import Target
from plans.models import Section
from plans.tables import read_tables
from tests import factories
from tests.admin.files.office import export, upload
from tests.admin.files.test_awkward_texts import OURS

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parent / "files"
SLUG = "saved-by-an-office"
# (baseline, decimals, unit, direction, goal state)
TERMS = [
    ("904", 0, "人／年", "increase", "set"),
    ("0.5", 1, "%", "increase", "set"),
    ("-5", 0, "件", "", "undecided"),
    ("1234567.8901", 4, "円", "decrease", "set"),
    (None, 0, "", "", "undecided"),
]


@pytest.fixture(autouse=True)
def kept_folder(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path


@pytest.fixture
def plan():
    return factories.a_plan(slug=SLUG)


@pytest.fixture
def sections(plan):
    for number, text in enumerate(OURS, start=1):
        Section.objects.create(
            plan=plan,
            code=f"{number:03}",
            position=number,
            kind="other",
            heading=text.strip() or "節",
            body=text,
        )
    return Section


@pytest.fixture
def targets(plan):
    policy = factories.a_policy(plan, code="1")
    initiative = factories.an_initiative(
        factories.a_measure(policy, code="1-1"), code="1-1-1"
    )
    for number, (baseline, decimals, unit, direction, state) in enumerate(TERMS, 1):
        goal = Decimal(2_000_000) if state == "set" else None
        factories.a_target(
            initiative,
            code=f"1-1-1-{number}",
            position=number,
            name=f"目標{number}",
            baseline_value=baseline and Decimal(baseline),
            baseline_unit=unit,
            baseline_fiscal_year=2023 if baseline else None,
            decimals=decimals,
            direction=direction,
            goal_state=state,
            goal_value=goal,
            goal_unit=unit if goal else "",
        )
    return Target


@pytest.mark.parametrize("kind", ["sections", "targets"])
def test_the_kept_file_is_what_the_admin_writes(staff_client, request, kind):
    model = request.getfixturevalue(kind)

    content = export(staff_client, model, "xlsx", SLUG)

    name = f"admin-{kind}.xlsx"
    kept = (FILES / name).read_bytes()
    assert read_tables(name, content) == read_tables(name, kept)


@pytest.mark.parametrize("kind", ["sections", "targets"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_saved_in_libre_office_it_changes_nothing(staff_client, request, kind, ending):
    model = request.getfixturevalue(kind)
    name = f"lo-saved-admin-{kind}-xlsx.{ending}"

    preview = upload(staff_client, model, (FILES / name).read_bytes(), name)

    rows = model.objects.filter(plan__slug=SLUG).count()
    assert preview.counts == {"変更なし": f"{rows}行"}, preview.lines
