"""No file holds anything that is not published."""

from pathlib import PurePosixPath
from zipfile import ZipFile, is_zipfile

import pytest

from plans.models import Plan
from tests import canary
from welfare_plan.static_site.building import build_static

pytestmark = pytest.mark.django_db


def text_of(path):
    """Of a workbook, all that it is packed of."""
    if not is_zipfile(path):
        return path.read_bytes().decode(errors="replace")
    with ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def test_what_is_not_published_is_in_no_file(tmp_path):
    Plan.objects.update(state=Plan.State.DRAFT)
    canary.plant(canary.a_public_plan())

    build_static(tmp_path / "site", furigana=False)

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    texts = {path.relative_to(tmp_path).as_posix(): text_of(path) for path in files}
    leaks = {
        name: signs for name, text in texts.items() if (signs := canary.found_in(text))
    }
    seen = {name for name, text in texts.items() if canary.SEEN in text}
    assert leaks == {}
    assert {PurePosixPath(name).suffix for name in seen} >= {".html", ".csv", ".xlsx"}
