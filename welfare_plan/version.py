"""The release that runs, as pyproject.toml names it."""

import tomllib

from welfare_plan.environment import BASE_DIR

_project = tomllib.loads((BASE_DIR / "pyproject.toml").read_text("utf-8"))["project"]
VERSION = _project["version"]
