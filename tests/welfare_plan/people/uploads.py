"""Files of people as a 管理者 sends them, looks at them and confirms them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.welfare_plan.people.pages import opened, soup_of, typed

HEADER = "ログイン名,氏名,メール,役割,所属,利用"


def send(client, *rows, header=HEADER, encoding="utf-8-sig"):
    content = "\r\n".join([header, *rows]).encode(encoding)
    file = SimpleUploadedFile("people.csv", content)
    return client.post(reverse("people-upload"), {"file": file}, follow=True)


def preview(client, *rows, **options):
    """(login, kind, sentences) of each row of the preview."""
    main = soup_of(send(client, *rows, **options)).main
    return [
        (
            row.select("td")[0].text,
            row.select("td")[1].text,
            [said.text for said in row.select(".sub")],
        )
        for row in main.select("tbody tr")
    ]


def confirm(client):
    address = reverse("people-upload-check")
    return client.post(address, typed(opened(client, address)), follow=True)
