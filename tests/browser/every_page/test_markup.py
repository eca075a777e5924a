"""Every type of page is valid HTML, as the checker of the W3C (v.Nu) sees it."""

import json
import os
import subprocess
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote

import pytest

from tests.browser.every_page.states import states
from tests.browser.every_page.variants import FURIGANA
from tests.system_packages import java, markup_checker

pytestmark = pytest.mark.long


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
def page_files(visits, tmp_path_factory):
    """A file for each page, plain and with furigana, and what it is; errors too."""
    folder = tmp_path_factory.mktemp("markup")
    wanted = [(state, query) for state in states() for query in queries_of(state)]
    files = {}
    for number, (state, query) in enumerate(wanted):
        files[folder / f"{number:03}.html"] = state, query
        (folder / f"{number:03}.html").write_bytes(body_of(visits, state, query))
    return files


def queries_of(state):
    return ["", FURIGANA] if state.kind.is_public else [""]


def body_of(visits, state, query):
    if made := visits.full_site["made"].get(state.address):
        return made["body"].encode()
    session = visits.full_site["sessions"][state.kind.who]
    headers = {"Cookie": f"sessionid={session}"} if session else {}
    address = quote(visits.address(state, query), safe=":/?&=")
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()
    except HTTPError as refusal:
        if refusal.code != state.kind.status:
            raise
        return refusal.read()


def errors_in(command, files) -> Counter:
    """How often the checker finds each error, by the file."""
    ran = subprocess.run(
        [*command, "--errors-only", "--exit-zero-always", *map(str, files)],
        stderr=subprocess.PIPE,
        check=True,
    )
    return Counter(
        (Path(message["url"].removeprefix("file:")), message["message"])
        for message in json.loads(ran.stderr)["messages"]
    )


def test_every_page_is_valid_html(checker, page_files, record):
    errors = errors_in(checker, page_files)

    faulty = {file for file, _ in errors}
    for file, (state, _) in page_files.items():
        record.add_check("markup", state, int(file in faulty))
    assert [(*map(str, page_files[file]), text) for file, text in errors] == []


def test_the_checker_finds_a_fault(checker, tmp_path):
    page = tmp_path / "0.html"
    page.write_text(
        "<!DOCTYPE html><title>一</title><p><ul></ul></p>", encoding="utf-8"
    )

    errors = errors_in(checker, [page])

    assert {file for file, _ in errors} == {page}
