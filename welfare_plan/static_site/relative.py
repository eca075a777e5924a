"""Links from file to file. Pure.

They name index.html too, so that they work without any server.
"""

import posixpath
from collections.abc import Callable, Mapping

from welfare_plan.static_site.addresses import Extent, Link, link_of

Change = Callable[[str], str | None]


class Linker:
    """`files` are the names of the files by their addresses."""

    def __init__(self, site_url: str, extent: Extent, files: Mapping[str, str]):
        self._site_url, self._extent, self._files = site_url, extent, files

    def from_page(self, page: str) -> Change:
        """What becomes of the links of a page.

        None is a link to a page that was not written.
        """
        folder = posixpath.dirname(self._files[page])

        def file_to_file(file):
            return posixpath.relpath(file, folder or ".")

        return lambda written: self._changed(written, page, file_to_file)

    def from_anywhere(self) -> Change:
        """For a page that a host shows at every address: links from the top."""
        return lambda written: self._changed(written, "", lambda file: f"/{file}")

    def _changed(self, written, page, name_of):
        link = link_of(written, page, self._site_url)
        if link is None:
            return written
        if link.address == page and link.place:
            return f"#{link.place}"
        if not self._extent.has(link.address):
            return f"{self._site_url}{_with_place(link.address, link)}"
        if link.address not in self._files:
            return None
        return _with_place(name_of(self._files[link.address]), link)


def _with_place(text: str, link: Link) -> str:
    return f"{text}#{link.place}" if link.place else text
