"""Evidence files reach those who answer for them and those who check, nobody else."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.urls import reverse

from indicators.models import Evidence
from tests.factories import a_target
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
    logged_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_memory(monkeypatch):
    field = Evidence._meta.get_field("file")
    monkeypatch.setattr(field, "storage", InMemoryStorage())


@pytest.fixture
def publisher():
    return a_publisher()


@pytest.fixture
def department(publisher):
    return a_department(publisher)


@pytest.fixture
def evidence(publisher, department):
    item = an_item(a_round(publisher), target=a_target(), department=department)
    return Evidence.objects.create(
        item=item,
        file=ContentFile(b"<script>", name="list.html"),
        name="名簿.html",
        added_by=a_person(),
    )


def get(client, evidence):
    return client.get(reverse("evidence-file", args=[evidence.pk]))


@pytest.mark.parametrize("role", ["計画担当", "閲覧"])
def test_those_who_check_get_it_as_a_download(client, evidence, role):
    response = get(logged_in(client, a_person(role)), evidence)

    assert b"".join(response.streaming_content) == b"<script>"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    response.close()


def test_the_department_gets_its_own(client, evidence, department):
    response = get(logged_in(client, a_person("担当課", department)), evidence)

    assert b"".join(response.streaming_content) == b"<script>"
    response.close()


def test_another_department_does_not(client, evidence, publisher):
    person = a_person("担当課", a_department(publisher))

    assert get(logged_in(client, person), evidence).status_code == 403


def test_a_member_without_the_role_does_not(client, evidence, department):
    person = a_person(None, department)

    assert get(logged_in(client, person), evidence).status_code == 403


def test_who_looks_after_people_does_not(client, evidence):
    person = a_person("管理者")

    assert get(logged_in(client, person), evidence).status_code == 403


def test_visitors_are_asked_to_log_in(client, evidence):
    assert get(client, evidence).status_code == 302


def test_a_link_is_no_file(client, evidence):
    link = Evidence.objects.create(
        item=evidence.item, link="https://example.jp", added_by=evidence.added_by
    )

    assert get(logged_in(client, a_person("計画担当")), link).status_code == 404


def test_a_file_that_is_gone_is_not_found(client, evidence):
    evidence.file.storage.delete(evidence.file.name)

    assert get(logged_in(client, a_person("計画担当")), evidence).status_code == 404
