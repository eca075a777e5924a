"""Run beside a test, which kills it: brings a backup back, evidence and all.

python -m … BACKUP EVIDENCE PROGRAMS
"""

import os
import sys

backup, os.environ["EVIDENCE_ROOT"], programs = sys.argv[1:]
os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"

import django  # noqa: E402

django.setup()

from pathlib import Path  # noqa: E402

from welfare_plan.backups.restoring import restore  # noqa: E402

print("go", flush=True)
restore(Path(backup), replace=True)
