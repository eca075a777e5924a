"""The files of a scope as a visitor gets them."""

import io
import json
from zipfile import ZipFile

from django.test import Client

from welfare_plan.open_data.downloads import names_of
from welfare_plan.open_data.scopes import Scope


def address(name: str, plan=None) -> str:
    return f"/data/plans/{plan.slug}/{name}" if plan else f"/data/all/{name}"


def body(response) -> bytes:
    """All of a response, which is closed."""
    assert response.status_code == 200, response.status_code
    return b"".join(response)


def fetched(name: str, plan=None, client=None) -> bytes:
    return body((client or Client()).get(address(name, plan)))


def all_files(plan=None) -> dict[str, bytes]:
    client = Client()
    return {
        address(name, plan): fetched(name, plan, client)
        for name in names_of(Scope(plan))
    }


def records(table: str, plan=None) -> list[dict]:
    """The rows of a table as its JSON says them."""
    return json.loads(fetched(f"{table}.json", plan))


def texts_in(data: bytes) -> list[str]:
    """All texts of a file, those of a zip or a workbook member by member."""
    if not data.startswith(b"PK"):
        return [data.decode("utf-8-sig")]
    with ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8-sig") for name in archive.namelist()]
