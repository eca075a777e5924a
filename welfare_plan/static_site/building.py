"""Puts an export in place as a whole, or leaves everything as it was."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from plans.models import PageRevision
from plans.publishing import EVERYTHING
from welfare_plan.static_site.addresses import Extent
from welfare_plan.static_site.crawl import CHECKSUMS, Crawl
from welfare_plan.static_site.errors import StaticSiteError
from welfare_plan.static_site.front import front_of
from welfare_plan.static_site.visitor import Visitor, is_there
from welfare_plan.whole_folder import written_whole

# No link leads to them; they are there where the site has them.
_UNLINKED = ("/search/", "/robots.txt", "/sitemap.xml")


@dataclass(frozen=True)
class Built:
    pages: int
    files: int


def build_static(folder: Path, *, plan: str = "", furigana: bool = True) -> Built:
    """Of the whole site, or of one plan, given by its slug.

    Raises StaticSiteError; then the folder is as it was before.
    """
    if not settings.SITE_URL:
        raise StaticSiteError(
            "書き出すページに公開サイトのアドレスを書くため、SITE_URLが要ります。"
            "例：SITE_URL=https://plans.example.jp"
        )
    front = front_of(plan) if plan else None
    whole = written_whole(
        folder.absolute(), refuse=_refuse_others, error=StaticSiteError
    )
    with whole as fresh:
        before = _revision()
        crawl = Crawl(
            Visitor(settings.SITE_URL),
            settings.SITE_URL,
            fresh,
            extent=Extent(plan),
            furigana=furigana,
        )
        pages = crawl.run([front.url] if front else _starts())
        if front:
            front.write(fresh)
        _refuse_mixture(before)
        files = _write_checksums(fresh)
        # A folder for visitors: it was made for nobody else.
        fresh.chmod(0o755)
    return Built(pages, files)


def _refuse_mixture(before):
    if _revision() != before:
        raise StaticSiteError(
            "書き出しているあいだに、公開の内容が変わりました。新しい内容と古い"
            "内容がまざらないように、もう一度実行してください。"
        )


def _starts():
    return ["/", *filter(is_there, _UNLINKED)]


def _revision():
    rows = PageRevision.objects.filter(scope=EVERYTHING)
    return rows.values_list("rev", flat=True).first()


def _refuse_others(folder):
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
