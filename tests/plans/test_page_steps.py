"""The links to the pages before and after one page of a list."""

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict

from plans.page_steps import page_steps, page_steps_of


def page_of(number, rows=5):
    return Paginator(range(rows), 2).get_page(number)


def a_step(url, number, pages="3"):
    title = f"{number}ページ目（全{pages}ページ）"
    return {"url": url, "title": title}


@pytest.mark.parametrize(
    ("number", "previous", "following"),
    [
        pytest.param(1, None, 2, id="first"),
        pytest.param(2, 1, 3, id="in between"),
        pytest.param(3, 2, None, id="last"),
    ],
)
def test_a_page_leads_to_those_beside_it(number, previous, following):
    assert page_steps(page_of(number), "?page={}#rows".format) == {
        "previous": previous and a_step(f"?page={previous}#rows", previous),
        "next": following and a_step(f"?page={following}#rows", following),
    }


def test_a_list_of_one_page_leads_nowhere():
    assert not any(page_steps(page_of(1, rows=2), "?page={}".format).values())


def test_many_pages_are_told_in_thousands():
    steps = page_steps(page_of(1_234, rows=10_000), "?page={}".format)

    assert steps["next"] == a_step("?page=1235", "1,235", pages="5,000")


def test_what_else_was_asked_for_is_kept():
    query = QueryDict("q=山田&day=2026-04-01&page=2")

    steps = page_steps_of(page_of(2), query)

    assert QueryDict(steps["next"]["url"][1:]).dict() == {
        "q": "山田",
        "day": "2026-04-01",
        "page": "3",
    }
    assert query["page"] == "2"
