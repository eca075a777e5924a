"""Asks the API as programs do."""

import json
from decimal import Decimal

from django.test import Client

API = "/api/v1/"


def get(address: str, client=None, **options):
    return (client or Client()).get(f"{API}{address}", **options)


def answer(address: str, client=None) -> dict:
    """A good answer, its decimals by their digits."""
    response = get(address, client)
    assert response.status_code == 200, (address, response.content.decode())
    return json.loads(response.content, parse_float=Decimal)


def items(address: str) -> list[dict]:
    return answer(address)["items"]


def walk(address: str, client=None) -> list[dict]:
    """Every record of a list, page by page."""
    client, found = client or Client(), []
    while address:
        page = answer(address.removeprefix(API), client)
        found += page["items"]
        address = page["next"]
    return found


def problem(address: str, status: int, **options) -> dict:
    """What is said of a request that is refused."""
    response = get(address, **options)
    assert response.status_code == status, (address, response.status_code)
    assert response["Content-Type"] == "application/problem+json"
    said = json.loads(response.content)
    assert said["status"] == status
    return said
