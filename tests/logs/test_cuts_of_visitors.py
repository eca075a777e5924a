"""What was asked for or sent is not repeated by what others say about it."""

import pytest
from gunicorn.http.errors import InvalidChunkSize, NoMoreData

from welfare_plan.log_cuts import without_private_data


def test_the_query_of_another_site_is_cut():
    said = "Referer checking failed - https://a.jp/x?q=himitsu does not match any."

    assert without_private_data(said) == (
        "Referer checking failed - https://a.jp/x?[cut] does not match any."
    )


@pytest.mark.parametrize("error", [NoMoreData(b"himitsu"), InvalidChunkSize("himitsu")])
def test_what_gunicorn_could_not_read_is_cut(error):
    written = without_private_data(f"Ignored. {error}\nnext line")

    assert "himitsu" not in written
    assert written.endswith(": [cut]\nnext line")


def test_an_address_without_a_query_stays():
    said = "http://127.0.0.1:8000/plans/ (https://example.jp/)"

    assert without_private_data(said) == said
