"""What is installed is pinned, hashed and the same from every registry."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
HOST = re.compile(
    r"https?://|--(index-url|extra-index-url|find-links|trusted-host)[ =]"
)
every_lock = pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)


def pinned(path):
    """Package name to the text of its entry, with its hashes."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and line[0] not in "# "]
    return {_name(entry): entry for entry in entries}


def _name(requirement):
    found = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", requirement)
    assert found, f"no package in {requirement!r}"
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def direct_dependencies(*extras):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"]]
    groups += [project["optional-dependencies"][extra] for extra in extras]
    return {_name(requirement) for group in groups for requirement in group}


def variables_read(file_name):
    """The names that a file asks its environment for."""
    tree = ast.parse((ROOT / "welfare_plan" / file_name).read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call | ast.Subscript):
            owner = ast.unparse(node.func if isinstance(node, ast.Call) else node.value)
            if re.match(r"_environment\.|os\.(environ|getenv)|environ(\.|$)", owner):
                given = node.args if isinstance(node, ast.Call) else [node.slice]
                yield from (ast.literal_eval(name) for name in given[:1])


def test_both_locks_are_there():
    assert [path.name for path in LOCKS] == ["base.txt", "dev.txt"]


@every_lock
def test_lock_names_no_host(path):
    found = [line for line in path.read_text("utf-8").splitlines() if HOST.search(line)]

    assert found == []


@every_lock
def test_every_package_is_pinned_to_one_version_with_a_hash(path):
    loose = [
        name
        for name, entry in pinned(path).items()
        if not re.match(r"\S+==[^\s*]+( ?;.*?)? +--hash=sha256:[0-9a-f]{64}\b", entry)
    ]

    assert len(pinned(path)) > 5
    assert loose == []


@pytest.mark.parametrize(
    ("lock", "extras"), [("base.txt", ()), ("dev.txt", ("dev",))], ids=["base", "dev"]
)
def test_every_direct_dependency_is_pinned(lock, extras):
    names = direct_dependencies(*extras)

    assert "django" in names
    assert names <= pinned(ROOT / "requirements" / lock).keys()


def test_what_tests_install_is_what_the_site_runs_on():
    base, dev = (
        pinned(ROOT / "requirements" / f"{name}.txt") for name in ("base", "dev")
    )

    assert {name: dev.get(name) for name in base} == base


def test_every_environment_variable_is_listed_in_the_sample():
    read = {*variables_read("settings.py"), *variables_read("gunicorn.py")}
    sample = (ROOT / "dotenv-sample").read_text("utf-8")

    listed = set(re.findall(r"^#?\s?([A-Z][A-Z0-9_]*)=", sample, re.MULTILINE))

    assert {"DEBUG", "PORT", "DATABASE_URL"} <= read
    assert read == listed
