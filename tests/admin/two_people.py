"""Two members of staff at two browsers, and what the second one reads."""

from dataclasses import dataclass

import pytest
from django.test import Client

from tests.admin.forms import soup_of


@pytest.fixture
def sato(django_user_model):
    return _logged_in(django_user_model, "sato", last_name="佐藤", first_name="花子")


@pytest.fixture
def tanaka(django_user_model):
    return _logged_in(django_user_model, "tanaka")


def _logged_in(user_model, name, **values):
    client = Client()
    client.force_login(user_model.objects.create_superuser(name, **values))
    return client


@dataclass(frozen=True)
class ConflictPage:
    """The box of a page that was not saved, deleted or done."""

    response: object

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return soup_of(self.response).select_one("[role=alert]").text

    @property
    def differences(self) -> dict[str, tuple[str, ...]]:
        """By field: what is stored now, and what was typed."""
        rows = soup_of(self.response).select("[role=alert] tbody tr")
        return {
            row.th.text: tuple(cell.text for cell in row.select("td")) for row in rows
        }


def conflict(form) -> ConflictPage:
    return ConflictPage(form.send().response)
