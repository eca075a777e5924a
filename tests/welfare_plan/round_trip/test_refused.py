"""An export that is not as it was written is refused whole, in words."""

import json
import random
import shutil
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from plans.models import PageRevision
from tests.plan_files.database_state import database_state
from tests.plans.records import a_publisher
from tests.welfare_plan.round_trip.changed import (
    add_byte,
    cut_last_line,
    edit_manifest,
    edit_record,
    rewrite,
)
from welfare_plan.round_trip.manifest import NAME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_site")]

PLANS, TARGETS = "plans.plan.jsonl", "indicators.target.jsonl"
_BEFORE = {"migrations": {"plans": "0001_initial"}, "release": "0.1.0"}
_DEPARTMENT = "initiatives.department.jsonl"


@pytest.fixture
def folder(original, tmp_path):
    return shutil.copytree(original.folder, tmp_path / "site")


def refusal(folder):
    """What is said; nothing at all is stored."""
    before = database_state(), User.objects.count(), PageRevision.objects.count()

    with pytest.raises(CommandError) as error:
        call_command("import_site", folder)

    after = database_state(), User.objects.count(), PageRevision.objects.count()
    assert after == before
    return str(error.value)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        pytest.param(
            lambda folder: (folder / NAME).unlink(),
            ["site.json がありません", "export_site"],
            id="no manifest",
        ),
        pytest.param(
            lambda folder: (folder / PLANS).unlink(),
            [f"{PLANS} がありません", "もう一度書き出して"],
            id="a file is missing",
        ),
        pytest.param(
            partial(cut_last_line, name=PLANS),
            [f"{PLANS} は", "行です"],
            id="truncated",
        ),
        pytest.param(
            partial(add_byte, name=PLANS), [f"{PLANS} の内容が"], id="a byte added"
        ),
        pytest.param(
            partial(add_byte, name=NAME), ["site.json が", "書き換え"], id="site.json"
        ),
        pytest.param(
            partial(edit_manifest, format=2), ["形式（2）", "形式1"], id="format"
        ),
        pytest.param(
            partial(edit_manifest, **_BEFORE),
            ["版0.1.0", "plans 0001_initial", "この版に上げ"],
            id="another release",
        ),
    ],
)
def test_a_damaged_export_is_refused(folder, damage, said):
    damage(folder)

    sentence = refusal(folder)

    assert all(words in sentence for words in said), sentence


def test_any_changed_byte_is_found(folder):
    chance = random.Random(7)
    for path in chance.sample(sorted(folder.iterdir()), 12):
        whole = path.read_bytes()
        if not whole:
            continue
        place = chance.randrange(len(whole))
        path.write_bytes(
            whole[:place] + bytes([whole[place] ^ 0x15]) + whole[place + 1 :]
        )

        assert path.name in refusal(folder)

        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"name": TARGETS, "line": "{"}, "2行目", id="no JSON"),
        pytest.param({"name": TARGETS, "line": "[]"}, "2行目", id="another form"),
        pytest.param({"name": TARGETS, "model": "plans.plan"}, "2行目", id="model"),
        pytest.param({"name": TARGETS, "pk": None}, "2行目", id="no number"),
        pytest.param({"name": TARGETS, "decimals": "多"}, "2行目", id="no figure"),
        pytest.param({"name": TARGETS, "name_": 1}, "2行目", id="unknown field"),
        pytest.param({"name": TARGETS, "decimals": 5}, "2行目", id="against a rule"),
        pytest.param({"name": TARGETS, "pk": 1}, "2行目", id="a number twice"),
        pytest.param({"name": TARGETS, "plan": 9999}, "つながり", id="no such plan"),
        pytest.param({"name": _DEPARTMENT, "publisher": None}, "2行目", id="nothing"),
        pytest.param({"name": TARGETS, "pk": 2**70}, "2行目", id="a number too large"),
        pytest.param({"name": PLANS, "title": "\ud800"}, "2行目", id="half a sign"),
        pytest.param({"name": TARGETS, "goal_value": "1e999"}, "2行目", id="endless"),
        pytest.param({"name": TARGETS, "goal_value": "NaN"}, "2行目", id="no number"),
    ],
)
def test_what_no_export_writes_is_refused_with_its_line(folder, change, said):
    """Even where somebody has made the digests fit."""
    edit_record(folder, **change)

    sentence = refusal(folder)

    assert said in sentence, sentence
    assert "もう一度書き出して" in sentence


def test_a_file_in_another_encoding_is_refused_even_with_a_digest_that_fits(folder):
    rewrite(folder, PLANS, "計画".encode("cp932") + b"\n")

    assert f"{PLANS} の文字がUTF-8ではありません" in refusal(folder)


def test_a_file_in_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "site.zip").touch()

    assert "site.zip" in refusal(tmp_path / "site.zip")


def test_a_folder_in_place_of_a_file_is_named(folder):
    (folder / NAME).unlink()
    (folder / NAME).mkdir()

    assert f"{NAME} を読めません" in refusal(folder)


def test_a_database_that_holds_something_is_left_alone(folder):
    a_publisher()

    sentence = refusal(folder)

    assert "発行者1件、発行者の履歴1件があります" in sentence
    assert "migrate" in sentence


def test_a_database_with_people_is_left_alone(folder):
    User.objects.create_user("sakini")

    assert "ユーザー1件" in refusal(folder)


def test_the_undamaged_export_comes_in(folder, capsys):
    call_command("import_site", folder)

    records = sum(
        entry["records"]
        for entry in json.loads((folder / NAME).read_text())["files"].values()
    )
    said = capsys.readouterr().out
    assert f"{records:,}件" in said
    assert "createsuperuser" in said
