"""People by file: looked at first, then stored as a whole or not at all."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.csv_text import rows_of
from tests.staff_records import a_department, a_person, a_publisher
from tests.welfare_plan.people.pages import errors_in, opened, soup_of, typed

pytestmark = pytest.mark.django_db

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


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",花子,,閲覧,,", "2行目「ログイン名」：ログイン名を書いてください。"),
        ("f 001!,花子,,閲覧,,", "2行目「ログイン名」：使える記号は"),
        ("f001,,,閲覧,,", "2行目「氏名」：氏名を書いてください。"),
        ("f001,花子,hana@,閲覧,,", "2行目「メール」：「hana@」は"),
        ("f001,花子,,王様,,", "2行目「役割」：「王様」という役割はありません。"),
        ("f001,花子,,,,", "2行目「役割」：役割を1つ以上選んでください。"),
        ("f001,花子,,担当課,,", "2行目「所属」：「担当課」の人には所属が必要です。"),
        ("f001,花子,,担当課,月面課,", "2行目「所属」：「月面課」という課は"),
        ("f001,花子,,担当課,旧課,", "2行目「所属」：「旧課」は令和2年度までの課"),
        ("f001,花子,,閲覧,,休み", "2行目「利用」：「休み」は分かりません。"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(
    administrator_client, welfare, row, sentence
):
    a_department(welfare.publisher, name="旧課", valid_to_fy=2020)

    response = send(administrator_client, row, "f002,太郎,,閲覧,,")

    assert errors_in(response)[0].startswith(sentence)
    assert "確定する" not in [b.text for b in soup_of(response).select("button")]
    confirm(administrator_client)
    assert not User.objects.filter(username__in=["f001", "f002"]).exists()


def test_one_person_on_two_rows_is_asked_about(administrator_client):
    rows = preview(administrator_client, "f001,花子,,閲覧,,", "f001,花代,,閲覧,,")

    assert [kind for _, kind, _ in rows] == ["エラー", "エラー"]
    assert "「f001」が2行あります。" in rows[1][2][0]


def test_departments_of_one_name_are_told_apart_by_their_publisher(
    administrator_client, welfare
):
    a_department(a_publisher(name="見本社協"), name="福祉課")

    ((_, kind, said),) = preview(administrator_client, "f001,花子,,担当課,福祉課,")
    ((_, good, _),) = preview(
        administrator_client, "f001,花子,,担当課,見本社協：福祉課,"
    )

    assert "「福祉課」という課が2つあります。" in said[0]
    assert "「見本社協：福祉課」" in said[0]
    assert (kind, good) == ("エラー", "新規")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{own},,,管理者、計画担当,,", "自分の役割と所属は、自分では変えられません。"),
        ("{own},,,,,停止中", "自分の利用は停止できません。"),
        ("{chief},改名,,,,", "システム管理者（全権）の登録は"),
    ],
)
def test_a_file_may_do_no_more_than_the_screens(
    administrator_client, administrator, row, sentence
):
    chief = a_person("閲覧", is_superuser=True, username="chief")
    names = {"own": administrator.username, "chief": chief.username}

    response = send(administrator_client, row.format(**names))

    assert sentence in errors_in(response)[0]


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


@pytest.mark.parametrize(
    ("header", "rows", "sentence"),
    [
        ("氏名,役割", ["花子,閲覧"], "「ログイン名」の列がありません"),
        ("ログイン名,年齢", ["f001,30"], "「年齢」は分からない列です"),
        ("ログイン名,氏名,氏名", ["f001,a,b"], "「氏名」の列が2つあります"),
        ("ログイン名,氏名", ["f001,花子,閲覧"], "2行目に、見出しのない列"),
        (HEADER, [], "見出しの下に行がありません"),
        (HEADER, ["f001,花子,,閲覧,,"] * 2001, "2001行あります"),
        (HEADER, ["f001," + "花" * 200_000], "ファイルが大きすぎます"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_says_why(
    administrator_client, header, rows, sentence
):
    response = send(administrator_client, *rows, header=header)

    assert sentence in errors_in(response)[0]


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
    assert "chief" not in {row[0] for row in rows_of(content)}


def test_the_template_has_the_headings_that_the_upload_knows(administrator_client):
    content = administrator_client.get(reverse("people-template")).content

    assert rows_of(content) == [HEADER.split(",")]
