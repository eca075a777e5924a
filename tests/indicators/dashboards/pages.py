"""Pages of dashboards as a reader finds them."""

from bs4 import BeautifulSoup


def page_of(client, query="", slug="mihon"):
    response = client.get(f"/plans/{slug}/dashboard/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(soup):
    return [link.text for link in soup.select("#targets .item .t a")]


def verdict(soup):
    return soup.select_one(".verdict").text
