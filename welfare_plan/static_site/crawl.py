"""Goes through the site by its links, and writes what it meets into a folder.

Pages are stored as the site gave them until all are there: only then it is known which
links lead to a file, and to which.
"""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from welfare_plan.static_site import markup
from welfare_plan.static_site.addresses import (
    Extent,
    has_furigana,
    is_written,
    link_of,
)
from welfare_plan.static_site.errors import StaticSiteError
from welfare_plan.static_site.file_names import FileNames
from welfare_plan.static_site.forms import Forms
from welfare_plan.static_site.relative import Linker
from welfare_plan.static_site.visitor import Visitor

NOT_FOUND = "404.html"
CHECKSUMS = "sha256sums.txt"
# So many files no real site has: links that go on for ever do.
MOST_FILES = 500_000
_SHOWN_ERRORS = 20


class Crawl:
    def __init__(
        self,
        visitor: Visitor,
        site_url: str,
        folder: Path,
        *,
        extent: Extent,
        furigana: bool,
    ):
        self._visitor, self._site_url, self._folder = visitor, site_url, folder
        self._extent, self._furigana = extent, furigana
        self._forms = Forms(site_url)
        self._names = FileNames(NOT_FOUND, CHECKSUMS)
        self._found_on: dict[str, str] = {}
        self._waiting: deque[str] = deque()
        self._pages: list[str] = []
        self._errors: list[str] = []

    def run(self, starts: Iterable[str]) -> int:
        """Writes everything; gives the number of pages. Raises StaticSiteError."""
        for start in starts:
            self._follow(start, "")
        while self._waiting:
            self._fetch(self._waiting.popleft())
        if self._errors:
            raise StaticSiteError(_sentence(self._errors))
        self._link_pages()
        self._write_not_found()
        return len(self._pages)

    def _follow(self, written, page):
        link = link_of(written, page, self._site_url)
        if link is None or not self._extent.has(link.address):
            return
        if not is_written(link.address):
            return
        if not self._furigana and has_furigana(link.address):
            return
        if link.address not in self._found_on:
            self._found_on[link.address] = page
            self._waiting.append(link.address)
        if len(self._found_on) > MOST_FILES:
            raise StaticSiteError(
                f"ページが{MOST_FILES:,}を超えました。{page} から終わりのない"
                "リンクが出ていないか、確かめてください。"
            )

    def _fetch(self, address):
        response = self._visitor.get(address)
        try:
            if response.status_code != 200:
                page = self._found_on[address] or "（始まり）"
                self._errors.append(
                    f"{address}（{response.status_code}）：{page} のリンク"
                )
                return
            self._write(address, response)
        finally:
            response.close()

    def _write(self, address, response):
        kind = response["Content-Type"].partition(";")[0]
        path = self._folder / self._names.give(address, kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "text/html":
            html = self._prepared(response.content.decode(), address)
            path.write_text(html, encoding="utf-8", newline="")
            self._pages.append(address)
            links = markup.links_in(html)
        else:
            with path.open("wb") as file:
                file.writelines(response)
            links = self._links_of_file(kind, path)
        for link in links:
            self._follow(link, address)

    def _prepared(self, html, address):
        """The page as it will be, but for its links."""
        if not self._furigana:
            html = markup.without_switch(html)
        return self._forms.replaced(html, address)

    def _links_of_file(self, kind, path):
        if kind == "text/css":
            return markup.links_in_css(path.read_text(encoding="utf-8"))
        if path.name.startswith("sitemap"):
            return markup.links_in_sitemap(path.read_text(encoding="utf-8"))
        return []

    def _link_pages(self):
        linker = Linker(self._site_url, self._extent, self._names)
        for address in self._pages:
            path = self._folder / self._names[address]
            html = path.read_text(encoding="utf-8")
            html = markup.with_links(html, linker.from_page(address))
            path.write_text(html, encoding="utf-8", newline="")

    def _write_not_found(self):
        response = self._visitor.page_not_found()
        html = self._prepared(response.content.decode(), "/")
        response.close()
        linker = Linker(self._site_url, self._extent, self._names)
        html = markup.with_links(html, linker.from_anywhere())
        (self._folder / NOT_FOUND).write_text(html, encoding="utf-8", newline="")


def _sentence(errors):
    shown = "\n".join(f"  {line}" for line in errors[:_SHOWN_ERRORS])
    left = len(errors) - _SHOWN_ERRORS
    more = f"\n  ほか{left}件" if left > 0 else ""
    return (
        f"開けないページが{len(errors)}件あるため、何も書き出しませんでした。"
        f"リンクを直してから、もう一度実行してください。\n{shown}{more}"
    )
