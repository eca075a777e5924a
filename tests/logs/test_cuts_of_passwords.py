"""A password is cut whole, wherever it stands and whatever signs it has."""

import pytest

from welfare_plan.log_cuts import without_private_data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("smtp+tls://user@city.jp:pw@mail:587", "smtp+tls://[cut]@mail:587"),
        ("postgres://u:p@ss@host/db", "postgres://[cut]@host/db"),
        ("'redis://:pw@host' a@b", "'redis://[cut]@host' a@b"),
    ],
)
def test_of_an_address_all_before_the_last_at_is_cut(text, written):
    assert without_private_data(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"password='ab\'cd ef' next", "password=[cut] next"),
        (r'password="ab\"cd ef" next', "password=[cut] next"),
        ("{'password': 'ab cd', 'q': 1}", "{'password': [cut], 'q': 1}"),
        (r"{\"password\": \"ab cd\", 1}", r"{\"password\": [cut], 1}"),
        ("password=b'ab cd' next", "password=[cut] next"),
        ("password='ab cd", "password=[cut]"),
    ],
    ids=["single", "double", "dict", "within a text", "bytes", "no end"],
)
def test_a_value_in_quotes_is_cut_whole(text, written):
    assert without_private_data(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("password=ab cd", "password=[cut]"),
        ("password=ab,c;d)e", "password=[cut]"),
        ("host=h password=ab cd dbname=d", "host=h password=[cut] dbname=d"),
        ("password=ab cd\nnext line", "password=[cut]\nnext line"),
        ("?password=abcd&x=1", "?password=[cut]&x=1"),
        ("next=%2F%3Fpassword%3Dabcd", "next=%2F%3Fpassword%3D[cut]"),
        ("SECRET_KEY: abcd", "SECRET_KEY: [cut]"),
    ],
)
def test_a_value_without_quotes_is_cut_until_something_else_is_named(text, written):
    assert without_private_data(text) == written


@pytest.mark.parametrize(
    "name",
    ["Authorization: ", "'HTTP_AUTHORIZATION': ", "HTTP_COOKIE=", "Set-Cookie: "],
)
@pytest.mark.parametrize("value", ["Digest abc def", "Bearer abc", 'a="abc", b=def'])
def test_headers_that_let_in_are_cut_to_the_end_of_the_line(name, value):
    written = without_private_data(f"{name}{value}\nnext line")

    assert written == f"{name.strip()} [cut]\nnext line"


@pytest.mark.parametrize(
    "text",
    [
        "Forbidden (CSRF token missing.): /staff/",
        "GET /staff/password/forgotten/ 500",
        "https://plans.example.jp/x: 500",
    ],
)
def test_words_about_passwords_stay(text):
    assert without_private_data(text) == text
