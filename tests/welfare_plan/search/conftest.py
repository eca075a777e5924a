import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def opened(client):
    def open_(**query):
        response = client.get("/search/", query)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return open_
