"""Which address a link leads to, and which addresses become files."""

import pytest

from welfare_plan.static_site.addresses import (
    Extent,
    Link,
    chosen,
    is_written,
    link_of,
)

SITE = "https://plans.example.jp"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("/glossary/", Link("/glossary/")),
        ("#main", Link("/plans/a/", "main")),
        ("", Link("/plans/a/")),
        ("?page=2", Link("/plans/a/?page=2")),
        ("../b/", Link("/plans/b/")),
        ("/x/?year=R7&policy=2#targets", Link("/x/?policy=2&year=R7", "targets")),
        (f"{SITE}/feed.atom", Link("/feed.atom")),
        (SITE, Link("/")),
        ("/x/?q=見守り", Link("/x/?q=%E8%A6%8B%E5%AE%88%E3%82%8A")),
        ("https://example.jp/x/", None),
        ("http://plans.example.jp/x/", None),
        ("//example.jp/x/", None),
        ("mailto:a@example.jp", None),
        ("tel:0123", None),
    ],
)
def test_a_link_leads_to_one_address_however_it_is_written(written, found):
    assert link_of(written, "/plans/a/", SITE) == found


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/dashboard/", True),
        ("/dashboard/?furigana=1&page=2&plan=a&year=R7", True),
        ("/dashboard/?status=behind&year=R7", True),
        ("/dashboard/?policy=2&status=behind", False),
    ],
)
def test_one_condition_at_a_time_becomes_a_file(address, expected):
    assert is_written(address) is expected


@pytest.mark.parametrize(
    ("address", "of_site", "of_plan"),
    [
        ("/staff/", False, False),
        ("/admin/login/", False, False),
        ("/staffing/", True, False),
        ("/", True, False),
        ("/plans/a/", True, True),
        ("/plans/a/targets/1-1/", True, True),
        ("/plans/a-2/", True, False),
        ("/data/plans/a/targets.csv", True, True),
        ("/data/all/targets.csv", True, False),
        ("/embed/targets/a/1-1.svg", True, True),
        ("/embed/targets/b/a/", True, False),
        ("/static/css/p.css", True, True),
        ("/how-we-judge/", True, True),
        ("/how-we-judge/?plan=a&target=1", True, True),
        ("/how-we-judge/?plan=b", True, False),
        ("/dashboard/?plan=a", True, False),
    ],
)
def test_an_export_of_one_plan_has_what_belongs_to_it(address, of_site, of_plan):
    assert Extent().has(address) is of_site
    assert Extent("a").has(address) is of_plan


def test_a_choice_keeps_the_year_and_the_furigana_but_no_other_condition():
    page = "/dashboard/?furigana=1&page=3&policy=2&year=R7"

    assert chosen(page, "/dashboard/", "status", "behind") == (
        "/dashboard/?furigana=1&status=behind&year=R7"
    )
    assert chosen(page, "/dashboard/", "status", "") == "/dashboard/?furigana=1&year=R7"
    assert chosen(page, "/dashboard/", "year", "R6") == "/dashboard/?furigana=1&year=R6"


def test_a_choice_in_the_form_of_another_page_begins_anew():
    assert chosen("/x/?year=R7", "/y/", "status", "behind") == "/y/?status=behind"
