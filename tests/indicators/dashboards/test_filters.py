from django.http import QueryDict

from indicators.dashboards.filters import Filters, read_filters

OFFERED = {
    "year": [2024, 2025],
    "policy": {"1", "2"},
    "status": {"on_track", "waiting"},
    "type": ["flow"],
    "department": {"fukushi"},
    "sort": ("plan", "distance"),
}


def test_every_filter_is_read_from_the_address():
    query = QueryDict(
        "year=令和7年度&policy=2&status=on_track&type=flow"
        "&department=fukushi&sort=distance"
    )

    filters = read_filters(query, OFFERED)

    assert filters == Filters(
        year=2025,
        policy="2",
        status="on_track",
        type="flow",
        department="fukushi",
        sort="distance",
    )
    assert filters.apology == ""


def test_empty_choices_of_a_form_are_no_choices():
    query = QueryDict("year=&policy=&status=&type=&sort=")

    assert read_filters(query, OFFERED) == Filters()


def test_wrong_values_are_left_out_and_named_in_one_sentence():
    query = QueryDict("year=R99&policy=9&status=%3Cb%3E&sort=distance&utm=x")

    filters = read_filters(query, OFFERED)

    assert filters.year is None
    assert (filters.policy, filters.status) == ("", "")
    assert filters.sort == "distance"
    assert filters.apology == (
        "年度・方針・判定の条件は、このページで使えない値のため、外して表示しています。"
    )


def test_a_choice_that_a_page_does_not_offer_is_refused():
    filters = read_filters(QueryDict("department=fukushi"), {"year": [2025]})

    assert filters.department == ""
    assert filters.refused == ("担当課",)


def test_an_address_holds_all_choices_and_nothing_else():
    filters = Filters(year=2025, policy="2", status="on_track")

    assert filters.address("/d/") == "/d/?year=R7&policy=2&status=on_track"
    assert filters.address("/d/", status="", sort="distance") == (
        "/d/?year=R7&policy=2&sort=distance"
    )
    assert Filters().address("/d/") == "/d/"
