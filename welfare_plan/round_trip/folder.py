"""Which folders an export may take: none, an empty one, or an earlier export."""

from pathlib import Path

from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.manifest import NAME, read_manifest


def refuse_other_content(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise RoundTripError(f"{folder} はファイルです。フォルダーを指定してください。")
    found = {path.name for path in folder.iterdir()}
    if others := sorted(found - _files_of_export(folder)):
        raise RoundTripError(
            f"{folder} には、書き出し以外のもの（{others[0]}）があります。"
            "空のフォルダーか、まだないフォルダーを指定してください。"
        )


def _files_of_export(folder):
    try:
        return {NAME, *read_manifest(folder).files}
    except RoundTripError:
        return set()
