"""Asks the advisory service about every package that is pinned: `make audit`.

Ends with 0 only if it answered for each of them and knows of no vulnerability. Where it
cannot be reached nothing is known, which is no clean bill.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.test_requirements import LOCKS, pinned

COMMAND = (
    *(sys.executable, "-m", "pip_audit", "--format", "json", "--strict"),
    *("--require-hashes", "--disable-pip", "--progress-spinner", "off"),
)


def problems(names: set[str], report: dict) -> list[str]:
    """What keeps packages from being called safe; `names` are those of the lock."""
    entries = {entry["name"].lower(): entry for entry in report["dependencies"]}
    found = [
        f"{name}: nobody was asked about it" for name in sorted(names - set(entries))
    ]
    for name, entry in sorted(entries.items()):
        if reason := entry.get("skip_reason"):
            found.append(f"{name}: {reason}")
        for hole in entry.get("vulns", []):
            fixed = ", ".join(hole["fix_versions"]) or "none"
            found.append(f"{name} {entry['version']}: {hole['id']}, fixed in {fixed}")
    return found


def audited(lock: Path) -> list[str]:
    done = subprocess.run([*COMMAND, "-r", lock], capture_output=True, text=True)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        last = next(iter(done.stderr.strip().splitlines()[-1:]), "no answer")
        return [f"the advisory service gave no answer: {last}"]
    found = problems(set(pinned(lock)), report)
    if done.returncode and not found:
        found.append(f"pip-audit ended with {done.returncode}: {done.stderr.strip()}")
    return found


def main() -> int:
    failed = 0
    for lock in LOCKS:
        found = audited(lock)
        failed += len(found)
        print(f"{lock.name}: {len(pinned(lock))} packages, {len(found)} problems")
        for line in found:
            print(f"  {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
