"""Reads deploy/Dockerfile, and goes through its steps without a container.

    python -m tests.deploy.image

Each COPY takes what .dockerignore lets through; each RUN that needs no root runs in a
folder of its own with a clean environment. What cannot be run is named.
"""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from fnmatch import fnmatch
from pathlib import Path

from tests.site_server import ROOT

DOCKERFILE = ROOT / "deploy" / "Dockerfile"
# They change the system of the image.
OF_ROOT = ("apt-get ", "groupadd ", "install -d ")


def steps() -> list[tuple[str, str]]:
    """Instruction and arguments, in order; continued lines are joined."""
    text = DOCKERFILE.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(maxsplit=1)) for line in lines]


def is_sent(path: str) -> bool:
    """Whether .dockerignore lets a path through: the last line that fits decides."""
    sent = True
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = line.lstrip("!").strip()
        if pattern and not pattern.startswith("#") and _fits(path, pattern):
            sent = line.startswith("!")
    return sent


def _fits(path, pattern):
    if pattern.startswith("**/"):
        return any(fnmatch(part, pattern[3:]) for part in Path(path).parts)
    return fnmatch(path, pattern) or path.startswith(f"{pattern}/")


def walk() -> dict[str, list[str]]:
    """Runs the steps; which were run and which were not. Raises where one fails."""
    done = {"run": [], "not run": []}
    with tempfile.TemporaryDirectory(prefix="image") as folder:
        image = Path(folder)
        for instruction, arguments in _first_stage():
            if instruction == "COPY":
                _copy(image, *shlex.split(arguments))
            elif instruction == "RUN":
                _run(image, arguments)
                done["run"].append(arguments)
        done["not run"] = [
            arguments for instruction, arguments in steps() if instruction == "RUN"
        ][len(done["run"]) :]
    return done


def _first_stage():
    found = steps()
    end = [n for n, (instruction, _) in enumerate(found) if instruction == "FROM"][1]
    return found[1:end]


def _copy(image, *names):
    *sources, target = names
    place = image / (
        target.lstrip("/") if target[0] == "/" else f"opt/welfare-plan/{target}"
    )
    for source in sources:
        origin = ROOT / source
        if origin.is_file():
            into = place / origin.name if target.endswith("/") else place
            into.parent.mkdir(parents=True, exist_ok=True)
            assert is_sent(source), source
            shutil.copy(origin, into)
        else:
            shutil.copytree(origin, place, ignore=_ignored, dirs_exist_ok=True)


def _ignored(folder, names):
    inside = Path(folder).relative_to(ROOT)
    return [name for name in names if not is_sent(f"{inside.as_posix()}/{name}")]


def _run(image, command):
    """With the image's folders in the place of those of this machine."""
    own = re.sub(r"(?<![\w.])/(opt|tmp)/", rf"{image}/\1/", command)
    work = image / "opt" / "welfare-plan"
    work.mkdir(parents=True, exist_ok=True)
    (image / "tmp").mkdir(exist_ok=True)
    # Where pip looks is this machine's business; all else is the image's.
    kept = ("PATH", "HOME", "LANG", "SSL_CERT_FILE")
    environment = {
        name: text
        for name, text in os.environ.items()
        if name in kept or name.startswith("PIP_")
    }
    subprocess.run(["sh", "-ec", own], cwd=work, env=environment, check=True)


if __name__ == "__main__":
    for kind, commands in walk().items():
        for command in commands:
            print(f"{kind}: {command}")
