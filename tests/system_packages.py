"""Installs the browser and the fonts that the browser tests need, on Debian as root.

Elsewhere it does nothing: without a Chromium the browser tests say so in one line.
"""

import os
import shutil
import subprocess
from pathlib import Path

_APT = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]


def chromium() -> str | None:
    """The path of a Chromium that can be driven, or None."""
    return (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("google-chrome")
    )


def _missing():
    wanted = [] if chromium() else ["chromium"]
    if not any(Path("/usr/share/fonts").rglob("NotoSansCJK*")):
        wanted.append("fonts-noto-cjk")
    return wanted


def main():
    wanted = _missing()
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing {' and '.join(wanted)} for the browser tests.", flush=True)
    subprocess.run([*_APT, "update"], check=True)
    subprocess.run(
        [*_APT, "install", "-y", "--no-install-recommends", *wanted],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


if __name__ == "__main__":
    main()
