"""Ways in which an export comes to differ from what was written."""

import hashlib
import json
from dataclasses import replace

from welfare_plan.round_trip.manifest import NAME, FileEntry, read_manifest


def cut_last_line(folder, name):
    lines = (folder / name).read_bytes().splitlines(keepends=True)
    (folder / name).write_bytes(b"".join(lines[:-1]))


def add_byte(folder, name):
    with (folder / name).open("ab") as file:
        file.write(b" ")


def edit_manifest(folder, **values):
    """With a digest that fits, where the form is still ours."""
    known = {key: value for key, value in values.items() if key != "format"}
    text = replace(read_manifest(folder), **known).text()
    if "format" in values:
        text = json.dumps({**json.loads(text), **values})
    (folder / NAME).write_text(text, encoding="utf-8")


def edit_record(folder, name, line=None, **values):
    """Change the second line of a file, and the digests with it."""
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    lines[1] = line or _edited(json.loads(lines[1]), values)
    rewrite(folder, name, "\n".join(lines).encode())


def rewrite(folder, name, data):
    """A file with other bytes, the digests of which fit."""
    (folder / name).write_bytes(data)
    manifest = read_manifest(folder)
    entry = FileEntry(data.count(b"\n"), hashlib.sha256(data).hexdigest())
    edit_manifest(folder, files={**manifest.files, name: entry})


def _edited(entry, values):
    for key, value in values.items():
        (entry if key in ("model", "pk") else entry["fields"])[key] = value
    return json.dumps(entry)
