"""Every type of page is valid HTML, as the checker of the W3C (v.Nu) sees it."""

import json
import os
import subprocess
import urllib.request
from collections import Counter
from pathlib import Path

import pytest

from tests.browser.every_page.page_types import page_types
from tests.system_packages import java, markup_checker


@pytest.fixture(scope="module")
def checker():
    """The command of the checker; without Java the test says so in one line."""
    if not (java() and markup_checker()):
        # On CI a missing checker must not pass as a skipped test.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "No Java: install default-jre-headless to check the HTML of the pages."
        )
    return [java(), "-Xss2m", "-jar", str(markup_checker()), "--format", "json"]


@pytest.fixture(scope="module")
def page_files(full_site, tmp_path_factory):
    """A file for each type of page, and one of the page that is not there."""
    folder = tmp_path_factory.mktemp("markup")
    addresses = full_site["addresses"]
    for number, kind in enumerate(page_types()):
        session = full_site["sessions"][kind.who]
        text = _body(full_site["site"] + addresses[kind.route], session)
        (folder / f"{number:03}.html").write_bytes(text)
    return folder


def _body(address, session):
    headers = {"Cookie": f"sessionid={session}"} if session else {}
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def errors_in(command, files) -> Counter:
    """How often the checker finds each error, by the number of the file."""
    ran = subprocess.run(
        [*command, "--errors-only", "--exit-zero-always", *map(str, files)],
        stderr=subprocess.PIPE,
        check=True,
    )
    return Counter(
        (int(Path(message["url"]).stem), message["message"])
        for message in json.loads(ran.stderr)["messages"]
    )


def test_every_type_of_page_is_valid_html(checker, page_files, record):
    kinds = page_types()

    errors = errors_in(checker, sorted(page_files.iterdir()))

    found = {number for number, _ in errors}
    for number in range(len(kinds)):
        record.add_check("markup", int(number in found))
    assert [(kinds[number].route, text) for number, text in errors] == []


def test_the_checker_finds_a_fault(checker, tmp_path):
    page = tmp_path / "0.html"
    page.write_text(
        "<!DOCTYPE html><title>一</title><p><ul></ul></p>", encoding="utf-8"
    )

    errors = errors_in(checker, [page])

    assert errors
