"""What is wrong with a file of people is said by row and column."""

import pytest
from django.contrib.auth.models import User

from tests.staff_records import a_department, a_person, a_publisher
from tests.welfare_plan.people.pages import errors_in, soup_of
from tests.welfare_plan.people.uploads import HEADER, confirm, preview, send

pytestmark = pytest.mark.django_db


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


def test_columns_that_were_emptied_in_excel_are_no_columns(administrator_client):
    ((_, kind, _),) = preview(
        administrator_client, "f001,花子,,閲覧,,,,", header=f"{HEADER},,"
    )

    assert kind == "新規"


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
