"""Goes through an export and the served site side by side, page by page.

What is served is rewritten by nobody: links are taken away from both pages before they
are compared, and each pair of links is followed on both sides. So the file of an
address is found out from the links alone, not from how files are named.
"""

import posixpath
import re
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from tests.welfare_plan.static_site.read_page import ReadPage
from tests.welfare_plan.static_site.world import SITE_URL

_CONDITIONS = {"policy", "status", "type", "department", "sort", "actor", "theme"}
_CONDITIONS |= {"target", "q"}


# Left out of an export without furigana.
_SWITCH = re.compile(rb'<a class="furigana-switch".*?</a>', re.S)
_OTHER_SITEMAP = re.compile(rf"<loc>{SITE_URL}/(sitemap-[^<]+)</loc>")
# No link of a page leads to them.
_STARTS = {
    "/": "index.html",
    "/search/": "search/index.html",
    "/robots.txt": "robots.txt",
    "/sitemap.xml": "sitemap.xml",
}


class Twins:
    """`files` are the names of the files by the addresses that links paired them to."""

    def __init__(self, client, folder):
        self._client, self._folder = client, folder
        self.files = dict(_STARTS)
        self.differences, self.dead = [], []

    def walk(self):
        waiting, done = list(_STARTS), set()
        while waiting:
            address = waiting.pop()
            if address not in done:
                done.add(address)
                waiting += filter(None, self._compare(address))
        return self

    def _compare(self, address):
        written = (self._folder / self.files[address]).read_bytes()
        response = self._client.get(address, HTTP_HOST="plans.example.jp", secure=True)
        served = b"".join(response)
        if "text/html" not in response["Content-Type"]:
            self._compare_rest(address, served, written)
            return self._other_sitemaps(address, written)
        served, written = ReadPage(_SWITCH.sub(b"", served)), ReadPage(written)
        self._compare_rest(address, served.events, written.events)
        return [
            *self._links(address, served.links, written.links),
            *self._choices(address, served.choices, written.choices),
        ]

    def _other_sitemaps(self, address, written):
        if address != "/sitemap.xml":
            return
        for name in _OTHER_SITEMAP.findall(written.decode()):
            self.files[f"/{name}"] = name
            yield f"/{name}"

    def _compare_rest(self, address, served, written):
        if served != written:
            self.differences.append(address)

    def _links(self, address, served, written):
        for one, other in zip(served, written, strict=True):
            if one is not None:
                yield self._pair(address, one, other)

    def _choices(self, address, served, written):
        """Each choice of a form, and the link that stands for it."""
        now = dict(parse_qsl(urlsplit(address).query))
        places = {key: now[key] for key in now.keys() - _CONDITIONS - {"page"}}
        for select, links in zip(served, written, strict=True):
            action = urlsplit(urljoin(address, select.action))
            for option, link in zip(select.items, links.items, strict=True):
                assert option.text == link.text
                if link.value is not None:
                    query = {**places, select.name: option.value}
                    found = action._replace(query=urlencode(query)).geturl()
                    yield self._chosen(address, found, select.name, link.value)

    def _chosen(self, page, link, name, written):
        """A choice that is made unasked leads to the page that does not name it."""
        parts = urlsplit(link)
        query = dict(parse_qsl(parts.query))
        query.pop(name, None)
        bare = _address(parts.path, query)
        if self.files.get(bare) == file_named(self.files[page], written):
            return None
        return self._pair(page, link, written)

    def _pair(self, page, link, written):
        """The address that a served link leads to, where a file stands for it."""
        target = urlsplit(urljoin(f"{SITE_URL}{page}", link))
        if f"{target.scheme}://{target.netloc}" != SITE_URL:
            self._expect(written == link, page, link)
            return None
        query = dict(parse_qsl(target.query))
        if written is None:
            self._expect(len(query.keys() & _CONDITIONS) > 1, page, link)
            return None
        address = _address(target.path, query)
        file = file_named(self.files[page], written)
        self._expect(urlsplit(written).fragment == target.fragment, page, link)
        self._expect((self._folder / file).is_file(), page, link)
        self._expect(self.files.setdefault(address, file) == file, page, link)
        return address

    def _expect(self, is_right, page, link):
        if not is_right:
            self.dead.append((page, link))


def _address(path, query):
    return f"{path}?{urlencode(sorted(query.items()))}" if query else path


def file_named(page, written):
    """The file that a relative link on a file names."""
    path = unquote(urlsplit(written).path)
    if not path:
        return page
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
