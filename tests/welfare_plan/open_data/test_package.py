"""The Data Package beside the files says what is in them, and can be checked by it."""

import io
import json
from zipfile import ZipFile

import frictionless
import pytest

from plans.models import Plan, Publisher
from tests import factories
from tests.plans.records import a_publisher
from tests.welfare_plan.open_data.files import fetched
from tests.welfare_plan.open_data.nasty import a_nasty_plan
from welfare_plan.open_data.schema import TABLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def unpacked(tmp_path):
    """Unpacks csv.zip of a plan, or of all; gives the folder."""

    def unpack(plan=None):
        with ZipFile(io.BytesIO(fetched("csv.zip", plan))) as archive:
            archive.extractall(tmp_path)
        return tmp_path

    return unpack


def faults(folder):
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return report.flatten(["name", "rowNumber", "fieldName", "note"])


def described(plan=None):
    return json.loads(fetched("datapackage.json", plan))


def test_all_files_are_as_they_are_described(unpacked):
    a_nasty_plan()

    assert faults(unpacked()) == []


def test_the_files_of_a_plan_below_another_are_as_they_are_described(unpacked):
    plan = Plan.objects.public().exclude(parent=None).first()

    assert faults(unpacked(plan)) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("targets", "goal,increase", "goal,upwards"),
        ("measures", "kashiwa-chiiki-fukushi/1-1", "kashiwa-chiiki-fukushi/9-9"),
        ("targets", ",2023,", ",令和5,"),
    ],
    ids=["a code that is not in its list", "a key that leads nowhere", "no number"],
)
def test_a_file_that_is_otherwise_is_found(unpacked, table, old, new):
    folder = unpacked()
    file = folder / f"{table}.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text

    file.write_text(text.replace(old, new), encoding="utf-8-sig")

    assert faults(folder)


def test_every_table_and_column_is_described():
    tables = {one["name"]: one for one in described()["resources"]}

    assert list(tables) == [table.name for table in TABLES]
    for table in TABLES:
        fields = tables[table.name]["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table.names)
        assert all(field["title"] for field in fields)


def test_the_licence_of_the_publisher_is_named():
    licence = Publisher.Licence.CC_BY
    plan = a_nasty_plan()
    plan.publisher = a_publisher(slug="licensed", licence=licence)
    plan.save()

    (named,) = described(plan)["licenses"]

    assert named["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert named["name"] == "CC-BY-4.0"


def test_no_licence_is_made_up():
    package = described(a_nasty_plan())

    assert "licenses" not in package
    assert package["description"].startswith("利用条件は未設定です。")


def test_it_says_how_to_cite_and_how_texts_are_guarded():
    plan = factories.a_plan(
        title="見本計画", publisher=a_publisher(name="見本市", licence="cc-by-4.0")
    )

    said = described(plan)["description"]

    assert said.startswith("出典：見本市「見本計画」。")
    assert "前に'を1つ" in said
    assert "前に'を1つ" in described()["description"]
