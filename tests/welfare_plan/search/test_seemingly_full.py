"""A large search whose first kinds seem to fill the page: they alone are looked at."""

import pytest

from plans.models import Plan, SearchEntry
from plans.search import order, query
from plans.search.documents import Document
from plans.search.index import entry_of
from plans.search.order import Order
from tests.factories import a_plan
from tests.welfare_plan.search.finding import found_slowly, rows_found

pytestmark = pytest.mark.django_db

WORD = "うみのさち"


@pytest.fixture
def looked_at(monkeypatch):
    """The kinds of what is put in order, a set each time; 12 hits are counted."""
    monkeypatch.setattr(query, "MOST_COUNTED", 12)
    seen, rows = [], Order.rows

    def watched(self, entries, start, end):
        seen.append({entry.kind for entry in entries})
        return rows(self, entries, start, end)

    monkeypatch.setattr(Order, "rows", watched)
    return seen


def entries_of(*kinds, plans, without_labels=()):
    """An entry of each kind in each of some plans, with the word in its text alone."""
    entries = [
        an_entry(plan, kind, f"{kind}-{number}")
        for plan in [a_plan(position=number) for number in range(plans)]
        for number, kind in enumerate(kinds)
    ]
    for entry in entries:
        if entry.kind in without_labels:
            take_labels(entry)
    return SearchEntry.objects.bulk_create(entries)


def an_entry(plan, kind, code, title="題"):
    return entry_of(plan, Document(kind, code, 1, "/", title, "", WORD))


def take_labels(entry):
    _, _, letters = entry.pieces.partition(" name=")
    entry.pieces = f"fold2 {letters.split(' ', 1)[1]}"


def test_kinds_that_every_plan_has_are_put_in_order_alone(looked_at):
    entries_of("plan", "measure", "measure", plans=12)

    assert rows_found(WORD, 0, 9) == found_slowly(WORD)[:9]
    assert looked_at == [{"plan"}]


def test_where_they_do_not_fill_it_the_others_are_looked_at_too(looked_at):
    entries_of("plan", "measure", "measure", plans=5)

    assert rows_found(WORD, 0, 9) == found_slowly(WORD)[:9]
    assert looked_at == [{"plan"}, {"plan", "measure"}]


def test_entries_of_the_release_before_do_not_make_it_seem_full(looked_at):
    """They have no labels, and are of any kind."""
    entries_of("plan", "measure", "term", plans=5, without_labels=["term"])

    assert rows_found(WORD, 0, 9) == found_slowly(WORD)[:9]
    assert looked_at[0] == {"plan", "term"}


def entries_in_titles(*places):
    """Titles of plans at these places, behind 12 measures of the first four plans."""
    plans = [a_plan(position=number) for number in range(max(places) + 1)]
    measures = [
        an_entry(plan, "measure", f"m-{n}") for plan in plans[:4] for n in range(3)
    ]
    first, *others = [
        an_entry(plans[place], "plan", "p", f"{WORD}の国") for place in places
    ]
    return [first, *measures, *others]


def test_words_in_titles_are_looked_for_in_the_first_plans_of_the_site(looked_at):
    entries = SearchEntry.objects.bulk_create(entries_in_titles(0, 1, 9))

    assert rows_found(WORD, 0, 2) == [entries[0], entries[13]]
    assert looked_at == [{"plan"}]


def test_and_in_all_where_those_do_not_fill_the_page(looked_at):
    entries = SearchEntry.objects.bulk_create(entries_in_titles(0, 9, 10))

    assert rows_found(WORD, 0, 2) == [entries[0], entries[13]]
    assert looked_at == [{"plan"}, {"plan", "measure"}]


def test_an_entry_of_the_release_before_hides_no_plan_between(looked_at):
    entries = entries_in_titles(0, 9, 10)
    take_labels(entries[-1])
    SearchEntry.objects.bulk_create(entries)

    assert rows_found(WORD, 0, 2) == found_slowly(WORD)[:2] == [entries[0], entries[13]]


def test_nor_does_one_that_has_ended(looked_at):
    entries = entries_in_titles(0, 1, 9)
    plan = entries[13].plan
    plan.state = "archived"
    plan.save()
    SearchEntry.objects.bulk_create(entries)

    assert rows_found(WORD, 0, 2) == found_slowly(WORD)[:2] == [entries[0], entries[14]]


def measures_named(*, after, plans):
    """A measure in each of the first plans of the site, the later ones alone with the
    word in their titles."""
    Plan.objects.update(position=9_000)
    made = [a_plan(position=number) for number in range(plans)]
    titles = ["題" if number < after else f"{WORD}の国" for number in range(plans)]
    return SearchEntry.objects.bulk_create(
        an_entry(plan, "measure", "m", title)
        for plan, title in zip(made, titles, strict=True)
    )


@pytest.fixture
def plans_looked_at(monkeypatch):
    """How many plans are looked at each time; 12 hits are counted."""
    monkeypatch.setattr(query, "MOST_COUNTED", 12)
    seen, rows = [], Order.rows

    def watched(self, entries, start, end):
        seen.append(len({entry.plan_id for entry in entries}))
        return rows(self, entries, start, end)

    monkeypatch.setattr(Order, "rows", watched)
    return seen


@pytest.mark.parametrize("few", [0, 400])
def test_of_titles_that_most_plans_have_the_first_plans_are_looked_at(
    plans_looked_at, monkeypatch, few
):
    """Few plans are read through, of more the index is asked: both find the same."""
    monkeypatch.setattr(order, "FEW_PLANS", few)
    measures_named(after=0, plans=30)

    assert rows_found(WORD, 0, 2) == found_slowly(WORD)[:2]
    assert plans_looked_at == [8]


def test_and_then_all_that_can_come_before_where_those_are_too_few(plans_looked_at):
    measures_named(after=7, plans=30)

    assert rows_found(WORD, 0, 2) == found_slowly(WORD)[:2]
    assert plans_looked_at == [8, 9]


def test_within_a_place_they_are_the_first_plans_there(plans_looked_at):
    measures_named(after=0, plans=30)
    Plan.objects.filter(position__range=(15, 29)).update(area_name="あさひ市")

    rows = rows_found(WORD, 0, 2, city="あさひ")

    assert [row.plan.position for row in rows] == [15, 16]
    assert plans_looked_at == [8]


def test_a_very_long_name_that_begins_alike_hides_no_plan_between(looked_at):
    """Its label is cut: the entry is found wherever its plan stands."""
    Plan.objects.update(position=9_000)
    long = WORD * 20
    plans = [a_plan(position=number) for number in range(40)]
    titles = {0: f"題{long}", 30: f"{long}題"} | dict.fromkeys(
        (15, 16, 17), f"題{long}"
    )
    first_in_the_table = [*titles, *(n for n in range(40) if n not in titles)]
    SearchEntry.objects.bulk_create(
        entry_of(plans[n], Document("plan", "p", 1, "/", titles.get(n, "題"), "", long))
        for n in first_in_the_table
    )

    assert rows_found(long, 0, 2) == found_slowly(long)[:2]
    assert len(looked_at) == 2
