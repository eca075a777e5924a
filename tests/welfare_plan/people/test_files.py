"""People by file: looked at first, then stored as a whole or not at all."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.tables import Column, Sheet, read_tables, write_xlsx
from tests.staff_records import a_department, a_person
from tests.welfare_plan.people.pages import errors_in, opened, soup_of, typed
from tests.welfare_plan.people.uploads import HEADER, confirm, preview, send

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_a_file_creates_moves_and_stops_people(
    administrator_client, welfare, elderly, encoding
):
    moved = a_person("担当課", welfare, username="f002")
    stopped = a_person("閲覧", username="f003")
    rows = ["f001,花子,,担当課,福祉課、高齢課,", "f002,,,,高齢課,", "f003,,,,,停止中"]

    kinds = [row[1] for row in preview(administrator_client, *rows, encoding=encoding)]
    before = User.objects.filter(username="f001").exists()
    confirm(administrator_client)

    new = User.objects.get(username="f001")
    assert (kinds, before) == (["新規", "変更", "変更"], False)
    assert {str(m.department) for m in new.memberships.all()} == {"福祉課", "高齢課"}
    assert [m.department for m in moved.memberships.all()] == [elderly]
    assert not User.objects.get(pk=stopped.pk).is_active


def test_the_preview_says_what_changes_and_stores_nothing(
    administrator_client, welfare, elderly
):
    a_person("担当課", welfare, username="f002", last_name="太郎", first_name="")

    rows = preview(administrator_client, "f002,太郎,なし,,高齢課,")

    (moved,) = rows
    assert moved == (
        "f002",
        "変更",
        [
            f"メール：「{User.objects.get(username='f002').email}」→「なし」",
            "所属：「福祉課」→「高齢課」",
        ],
    )


def test_a_file_that_leaves_no_administrator_stores_nothing(
    staff_client, administrator
):
    send(staff_client, "f001,花子,,閲覧,,", f"{administrator.username},,,閲覧,,")

    response = confirm(staff_client)

    assert "利用できる管理者がいなくなるため" in errors_in(response)[0]
    assert not User.objects.filter(username="f001").exists()
    assert administrator.groups.filter(name="管理者").exists()


def test_what_changed_since_the_preview_is_looked_at_again(
    administrator_client, welfare, elderly
):
    person = a_person("担当課", welfare, username="f002")
    send(administrator_client, "f002,,,,高齢課,")
    address = reverse("people-upload-check")
    form = typed(opened(administrator_client, address))
    User.objects.filter(pk=person.pk).update(is_active=False)
    person.memberships.all().delete()

    response = administrator_client.post(address, form)

    assert "開いているあいだに登録が変わった" in errors_in(response)[0]
    assert not person.memberships.exists()


def test_the_list_as_a_file_changes_nothing_when_it_comes_back(
    administrator_client, welfare, elderly
):
    gone = a_department(welfare.publisher, name="旧課", valid_to_fy=2020)
    a_person("担当課", welfare, elderly, last_name="=1+1")
    a_person("担当課", gone, email="")
    a_person(None, last_name="", first_name="", is_active=False)
    a_person("閲覧", username="chief", is_superuser=True)
    content = administrator_client.get(reverse("people-csv")).content

    file = SimpleUploadedFile("people.csv", content)
    response = administrator_client.post(
        reverse("people-upload"), {"file": file}, follow=True
    )

    rows = soup_of(response).select("main tbody tr")
    assert {row.select("td")[1].text for row in rows} == {"変更なし"}, errors_in(
        response
    )
    assert "chief" not in {row[0] for row in _rows(content)}


def test_the_template_has_the_headings_that_the_upload_knows(administrator_client):
    content = administrator_client.get(reverse("people-template")).content

    assert _rows(content) == [tuple(HEADER.split(","))]


def test_a_workbook_is_taken_as_well(administrator_client, welfare):
    columns = [Column(heading) for heading in HEADER.split(",")]
    row = ["001", "花子", None, "担当課", "福祉課", None]
    content = write_xlsx([Sheet("職員", columns, [row])])

    file = SimpleUploadedFile("people.xlsx", content)
    administrator_client.post(reverse("people-upload"), {"file": file})
    confirm(administrator_client)

    assert User.objects.get(username="001").last_name == "花子"


def _rows(content):
    return read_tables("people.csv", content)[0].rows
