"""Puts an export in place as a whole, or leaves everything as it was."""

import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from plans.models import PageRevision
from plans.publishing import EVERYTHING
from welfare_plan.static_site.crawl import CHECKSUMS, Crawl
from welfare_plan.static_site.errors import StaticSiteError
from welfare_plan.static_site.visitor import Visitor


@dataclass(frozen=True)
class Built:
    pages: int
    files: int


def build_static(folder: Path, *, furigana: bool = True) -> Built:
    """Raises StaticSiteError; then the folder is as it was before."""
    site_url = settings.SITE_URL
    if not site_url:
        raise StaticSiteError(
            "書き出すページに公開サイトのアドレスを書くため、SITE_URLが要ります。"
            "例：SITE_URL=https://plans.example.jp"
        )
    folder = folder.absolute()
    _check_is_ours(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the folder, so that it can be moved there in one step.
    with tempfile.TemporaryDirectory(
        dir=folder.parent, prefix=f".{folder.name}-"
    ) as working:
        fresh = Path(working) / "new"
        fresh.mkdir()
        before = _revision()
        pages = Crawl(Visitor(site_url), site_url, fresh, furigana=furigana).run()
        if _revision() != before:
            raise StaticSiteError(
                "書き出しているあいだに、公開の内容が変わりました。新しい内容と古い"
                "内容がまざらないように、もう一度実行してください。"
            )
        files = _write_checksums(fresh)
        _replace(folder, fresh, Path(working) / "old")
    return Built(pages, files)


def _revision():
    rows = PageRevision.objects.filter(scope=EVERYTHING)
    return rows.values_list("rev", flat=True).first()


def _check_is_ours(folder):
    """It may be missing, empty, or an earlier export and nothing else."""
    if folder.exists() and not folder.is_dir():
        raise StaticSiteError(f"{folder} はフォルダーではありません。")
    known = _listed(folder) | {CHECKSUMS}
    others = [name for name in _files_in(folder) if name not in known]
    if others:
        raise StaticSiteError(
            f"{folder} には、書き出したもののほかに{others[0]}などのファイルが"
            f"{len(others)}件あります。空のフォルダーか、新しい名前を指定してください。"
        )


def _listed(folder):
    sums = folder / CHECKSUMS
    if not sums.is_file():
        return set()
    lines = sums.read_text(encoding="utf-8").splitlines()
    return {line.partition("  ")[2] for line in lines}


def _files_in(folder):
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _write_checksums(folder):
    """What `sha256sum --check` reads, here and wherever the files are copied to."""
    names = _files_in(folder)
    lines = [f"{_digest(folder / name)}  {name}\n" for name in names]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="")
    return len(names) + 1


def _digest(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _replace(folder, fresh, old):
    # A folder for visitors: the working folder was made for nobody else.
    fresh.chmod(0o755)
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
