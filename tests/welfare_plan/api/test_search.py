"""The search, as programs ask it."""

import pytest

from plans.models import SearchEntry
from tests.welfare_plan.api.answers import answer, walk
from welfare_plan.search.kinds import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]


def test_it_finds_records_of_every_kind_with_a_sentence_and_an_address():
    found = walk("search?q=地域&limit=200")

    assert len({row["kind"] for row in found}) > 8
    assert all(row["page_url"].startswith("/") for row in found)
    assert sum("地域" in (row["excerpt"] or "") for row in found) > len(found) / 2


@pytest.mark.parametrize("limit", [1, 7, 20])
def test_each_record_comes_once_page_by_page(limit):
    whole = walk("search?q=相談&limit=200")

    assert walk(f"search?q=相談&limit={limit}") == whole
    assert len({(row["kind"], row["plan_id"], row["code"]) for row in whole}) == len(
        whole
    )


def test_kinds_come_in_the_order_of_the_site():
    kinds = [row["kind"] for row in walk("search?q=地域&limit=200")]

    assert sorted(kinds, key=list(KINDS).index) == kinds


def test_a_page_that_the_first_kinds_do_not_fill_goes_on_with_the_others():
    whole = answer("search?q=地域&limit=200")["items"]
    of_first = [row["kind"] in {"plan", "measure", "initiative"} for row in whole]
    end = of_first.index(False)

    for limit in (end - 1, end, end + 1, end + 2):
        asked = answer(f"search?q=地域&limit={limit}")
        assert asked["items"] == whole[:limit]
        assert asked["next"]


def test_entries_of_the_release_before_come_in_their_place():
    whole = answer("search?q=相談&limit=200")["items"]
    for entry in SearchEntry.objects.filter(kind__in=["policy", "measure"]):
        letters = [each for each in entry.pieces.split() if "=" not in each]
        entry.pieces = " ".join(["fold2", *letters[1:]])
        entry.save()

    assert walk("search?q=相談&limit=7") == whole


def test_a_place_may_be_said_beside_the_words():
    found = walk("search?q=桶川市 見守り&limit=200")

    assert {row["plan_id"] for row in found} == {"okegawa-shakyo-6"}


def test_it_is_narrowed_by_plan_and_kind():
    found = answer("search?q=地域&plan_id=kashiwa-juso&kind=section")["items"]

    assert {(row["plan_id"], row["kind"]) for row in found} == {
        ("kashiwa-juso", "section")
    }
