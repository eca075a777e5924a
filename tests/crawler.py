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
    pages, waiting = {}, [start]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        if address.endswith(FILES):
            assert client.head(address).status_code == 200, address
            pages[address] = None
            continue
        response = client.get(address)
        # A feed is read as text; as XML it is looked at by tests of its own.
        text = response.content.removeprefix(b'<?xml version="1.0" encoding="utf-8"?>')
        soup = BeautifulSoup(text, "html.parser")
        pages[address] = (response.status_code, soup)
        for link in soup.select("a[href]:not(.furigana-switch)"):
            target = urldefrag(urljoin(address, link["href"])).url
            parts = urlsplit(target)
            if not (parts.scheme or parts.netloc):
                waiting.append(target)
    return {address: page for address, page in pages.items() if page}
