"""What the workers of a running server hold: memory and open files, from /proc."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Held:
    megabytes: float
    files: int


def held(master: int) -> dict[int, Held]:
    """By the process of each worker."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return {int(pid): _of(Path(f"/proc/{pid}")) for pid in children}


def _of(process):
    lines = (process / "status").read_text().splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return Held(int(kilobytes) / 1024, len(list((process / "fd").iterdir())))
