"""Follows every link of the site from the front page, as a visitor could.

Not the switch of the furigana: with it every page would come twice. A crawl that starts
at /?furigana=1 goes through the pages with furigana.
"""

from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

# Downloads: it is asked whether they are there. What they say is read elsewhere.
FILES = (".csv", ".json", ".jsonld", ".xlsx", ".zip")


def crawl(client, start="/"):
    """Address to (status, soup) of every page that can be reached; no admin pages."""
    files = set()

    def is_page(address):
        if address.endswith(FILES):
            files.add(address)
        return address not in files

    pages = {
        address: (response.status_code, soup)
        for address, response, soup in visit(client, start, is_page)
    }
    for address in files:
        assert client.head(address).status_code == 200, address
    return pages


def visit(client, start="/", is_wanted=lambda address: True):
    """Each address that can be reached, with its response and its soup."""
    met, waiting = set(), [start]
    while waiting:
        address = waiting.pop()
        if address in met or not is_wanted(address):
            continue
        met.add(address)
        response = client.get(address)
        # A feed is read as text; as XML it is looked at by tests of its own.
        text = body_of(response).removeprefix(b'<?xml version="1.0" encoding="utf-8"?>')
        soup = BeautifulSoup(text, "html.parser")
        yield address, response, soup
        for link in soup.select("a[href]:not(.furigana-switch)"):
            target = urldefrag(urljoin(address, link["href"])).url
            parts = urlsplit(target)
            if not (parts.scheme or parts.netloc):
                waiting.append(target)


def body_of(response) -> bytes:
    """The whole body, also of a file that is sent piece by piece; as often as asked."""
    if not response.streaming:
        return response.content
    if not hasattr(response, "whole_body"):
        response.whole_body = b"".join(response)
    return response.whole_body
