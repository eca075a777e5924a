"""deploy/Dockerfile: small, without root, with nothing of this machine inside."""

import subprocess

import pytest

from tests.deploy.image import OF_ROOT, is_sent, steps, walk
from tests.site_server import ROOT


def arguments(instruction):
    return [rest for name, rest in steps() if name == instruction]


def test_nobody_in_it_is_root():
    last = [name for name, _ in steps() if name in {"USER", "CMD", "RUN"}]

    assert arguments("USER") == ["10001:10001"]
    assert last.index("USER") == len(last) - 2


def test_packages_are_checked_against_their_hashes():
    (install,) = [rest for rest in arguments("RUN") if "pip install" in rest]

    assert "--require-hashes" in install


@pytest.mark.parametrize(
    "path",
    [
        "var/secret_key",
        ".env",
        ".git/config",
        "tests/conftest.py",
        "deploy/compose.env",
    ],
)
def test_secrets_and_data_are_not_even_sent(path):
    assert not is_sent(path)


def test_all_code_is_copied():
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True
    ).stdout.split()
    code = {path.partition("/")[0] for path in listed} - {"tests", "deploy"}
    copied = " ".join(arguments("COPY")).split()

    assert code <= set(copied)


@pytest.mark.setup
@pytest.mark.drill
def test_every_step_that_needs_no_root_works_in_a_clean_environment():
    done = walk()

    assert len(done["run"]) == 4
    assert all(command.startswith(OF_ROOT) for command in done["not run"])
