"""Whoever reports something can say which release it was."""

import tomllib

import pytest
from django.conf import settings
from django.test import Client

from tests.staff_records import a_person

pytestmark = pytest.mark.django_db

PROJECT = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text("utf-8"))
VERSION = PROJECT["project"]["version"]


def test_the_page_about_the_site_names_the_release():
    page = Client().get("/about/").content.decode()

    assert f"<dt>版</dt><dd>{VERSION}</dd>" in page


def test_staff_see_it_at_the_foot_of_their_pages():
    client = Client()
    client.force_login(a_person("閲覧"))

    assert f"<li>版 {VERSION}</li>" in client.get("/staff/").content.decode()


def test_the_newest_part_of_the_changelog_is_that_of_the_release():
    text = (settings.BASE_DIR / "CHANGELOG.md").read_text("utf-8")
    newest = next(line for line in text.splitlines() if line.startswith("## "))

    assert VERSION.startswith(newest.removeprefix("## "))
