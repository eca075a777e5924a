"""Imports go one way: plans <- initiatives <- indicators <- welfare_plan."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Each may import those before it.
APPS = ("plans", "initiatives", "indicators", "welfare_plan")


def upward_imports(root):
    """A line for every import of a higher app, wherever in a file it stands."""
    return [
        f"{path.relative_to(root)}:{line} imports {name}"
        for app in APPS
        for path in sorted((root / app).rglob("*.py"))
        for line, name in imported_names(path)
        if name.split(".")[0] in APPS[APPS.index(app) + 1 :]
    ]


def imported_names(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, node.module
        elif isinstance(node, ast.Call) and _function(node) in LOADERS and node.args:
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield node.lineno, name.value


LOADERS = {"import_module", "__import__", "import_string", "get_model"}


def _function(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_no_app_imports_one_above_it():
    assert upward_imports(ROOT) == []


def test_every_app_is_read():
    for app in APPS:
        assert list((ROOT / app).rglob("*.py")), app


@pytest.mark.parametrize(
    ("app", "text", "line", "name"),
    [
        ("plans", "import indicators.models", 1, "indicators.models"),
        ("plans", "\nfrom initiatives import models", 2, "initiatives"),
        ("initiatives", "import os, welfare_plan", 1, "welfare_plan"),
        (
            "indicators",
            "def f():\n    from welfare_plan import urls",
            2,
            "welfare_plan",
        ),
        (
            "plans",
            "if 1:\n  try:\n    import indicators\n  finally: pass",
            3,
            "indicators",
        ),
        ("plans", "import_module('indicators.views')", 1, "indicators.views"),
        ("plans", "apps.get_model('initiatives.voice')", 1, "initiatives.voice"),
    ],
    ids=["plain", "from", "second name", "function", "nested", "by name", "model"],
)
def test_made_up_upward_import_is_named_with_its_line(app, text, line, name, tmp_path):
    (tmp_path / app).mkdir()
    (tmp_path / app / "made_up.py").write_text(text, encoding="utf-8")

    assert upward_imports(tmp_path) == [f"{app}/made_up.py:{line} imports {name}"]


def test_import_of_a_lower_app_or_of_a_similar_name_is_allowed(tmp_path):
    (tmp_path / "initiatives").mkdir()
    text = "from plans import models\nfrom . import indicators\nimport indicators_x"
    (tmp_path / "initiatives" / "made_up.py").write_text(text, encoding="utf-8")

    assert upward_imports(tmp_path) == []
