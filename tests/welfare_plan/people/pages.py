"""Pages of the staff as somebody reads them, and forms as they send them."""

from bs4 import BeautifulSoup


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def opened(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return soup_of(response).main


def typed(main):
    """What the form of a page would send as it stands."""
    found = {}
    for box in main.select("form[method=post] [name]"):
        if box.get("type") in ("checkbox", "radio"):
            if box.has_attr("checked"):
                found.setdefault(box["name"], []).append(box["value"])
        elif box.name == "input":
            found[box["name"]] = box.get("value", "")
    return found


def errors_in(response):
    """The sentences above the form."""
    return [item.text.strip() for item in soup_of(response).select(".alert li")]


def said(client, address="/staff/"):
    """The messages that wait for the person."""
    return [li.text for li in soup_of(client.get(address)).select(".message")]
