"""How PostgreSQL goes about a search: by its index, and no row is cut up again."""

import pytest
from django.db import connection

from plans.search.database import by_indexes
from plans.search.query import entries_with

pytestmark = pytest.mark.django_db

WORDS = [
    pytest.param([("お年寄り", "高齢者")], {}, id="neighbours"),
    pytest.param([("柏市",), ("防災",)], {"柏市": [1]}, id="a place beside a word"),
    pytest.param([("柏市",)], {"柏市": [1]}, id="a place alone"),
]


@pytest.mark.parametrize(("words", "places"), WORDS)
def test_the_pieces_of_an_entry_are_looked_up_and_not_cut_again(words, places):
    if connection.vendor != "postgresql":
        return
    with by_indexes():
        plan = entries_with(words, places).explain().splitlines()

    assert any("plans_searchindex" in line for line in plan)
    filters = [line for line in plan if "Filter:" in line]
    assert not any("plans_searchpieces" in line for line in filters), plan
