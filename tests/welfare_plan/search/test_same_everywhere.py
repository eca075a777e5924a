"""The index finds what a look at every entry finds, in the same order."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plans.models import SearchEntry
from plans.places import EVERYWHERE, Place
from plans.search import query
from plans.search.documents import Document
from plans.search.hits import Reach
from plans.search.index import entry_of
from plans.search.order import Order
from plans.search.query import entries_with, words_of
from tests.factories import a_plan
from tests.welfare_plan.search.finding import FINISHED, found, found_slowly, rows_found

pytestmark = pytest.mark.django_db

LETTERS = "介護予防かがいカ子ども1２R年ーA𠮷\U00030000\U0002ceb0々〇ßŁéЖ한👪。・ "


@pytest.mark.parametrize(
    "typed",
    ["介護", "防災", "福", "の", "見守り", "R12", "令和", "2-1"]
    + ["子ども 居場所", "福祉 市民 1", "権利擁護"],
)
def test_it_finds_the_same_in_the_same_order_as_a_look_at_everything(typed):
    entries = found(typed)

    assert entries
    assert entries == found_slowly(typed)


@pytest.mark.parametrize("counted", [5, query.MOST_COUNTED])
@pytest.mark.parametrize("filters", [{}, {"kind": "target"}, {"plan": "kita-ku"}])
@pytest.mark.parametrize("typed", ["福", "地域", "見守り", "地域 福祉"])
def test_the_first_rows_are_the_same_without_a_look_at_all_hits(
    typed, filters, counted, monkeypatch
):
    monkeypatch.setattr(query, "MOST_COUNTED", counted)
    whole = [
        entry
        for entry in found_slowly(typed)
        if filters.get("kind", entry.kind) == entry.kind
        and filters.get("plan", entry.plan.slug) == entry.plan.slug
    ]

    assert whole
    for start, end in ((0, 1), (0, 2), (2, 5), (0, 21), (20, 41), (40, 61)):
        assert rows_found(typed, start, end, **filters) == whole[start:end]


@pytest.mark.parametrize(
    "typed",
    ["柏市 防災", "北区 福祉 2", "お金に困った", "かいご", "お年寄り", "1"]
    + [
        "2-1",
        "基本方針1",
        "R12",
        "の",
        "=kind=plan",
        "\"介護'",
        "AND OR",
        "NEAR(福 祉)",
    ],
)
def test_so_they_are_with_words_of_every_kind(typed):
    whole = found(typed)

    for start, end in ((0, 1), (1, 4), (0, 21), (20, 41)):
        assert rows_found(typed, start, end) == whole[start:end]


def test_what_the_release_before_wrote_is_not_lost():
    plan = a_plan()
    entries = [_entry(plan, "うみのさち", f"m-{n}", kind="measure") for n in range(5)]
    for entry in entries[1:]:
        _, _, letters = entry.pieces.partition(" name=")
        entry.pieces = f"fold2 {letters.split(' ', 1)[1]}"
    SearchEntry.objects.bulk_create([*entries, _entry(plan, "うみのさち", kind="note")])

    assert rows_found("うみのさち", 0, 3) == entries[:3]


@pytest.mark.parametrize("text", ["―", "！？", "※…"])
def test_a_text_of_marks_alone_can_be_stored(text):
    entry = _entry(a_plan(), text, title="◆")

    SearchEntry.objects.bulk_create([entry])

    assert SearchEntry.objects.get(pk=entry.pk).pieces == "fold3 kind=section"


def test_what_the_words_name_is_first_whatever_its_kind():
    plan = a_plan()
    long = "なが" * 120
    SearchEntry.objects.bulk_create(
        [
            *(_entry(plan, "うみのさち", f"m-{n}", kind="measure") for n in range(3)),
            _entry(plan, "別の題", "v-1", kind="voice", title="うみのさち"),
            _entry(plan, "別の題", "v-2", kind="voice", title=long),
        ]
    )

    first = [entry.code for entry in rows_found("うみのさち", 0, 2)]
    assert first == ["v-1", "m-0"]
    assert [entry.code for entry in rows_found(long, 0, 1)] == ["v-2"]


def test_so_it_is_in_the_plan_that_stands_last():
    first, last = a_plan(position=1), a_plan(position=2)
    entries = [
        _entry(first, "", f"m-{n}", kind="measure", title="うみのさちの会")
        for n in range(3)
    ]
    named = _entry(last, "", kind="measure", title="うみのさち")
    SearchEntry.objects.bulk_create([*entries, named])

    assert rows_found("うみのさち", 0, 2) == [named, entries[0]]


def test_what_cannot_be_a_first_row_is_not_put_in_order():
    early, late = a_plan(position=1), a_plan(position=2)
    beyond = [
        _entry(early, "", kind="window", title="うみのさちの窓口"),
        _entry(late, "", "m-1", kind="measure", title="うみのさちの会"),
    ]
    first = [
        _entry(early, "", kind="measure", title="うみのさちの会"),
        _entry(late, "", kind="policy", title="うみのさちの町"),
        _entry(late, "", "m-2", kind="measure", title="うみのさち"),
    ]
    SearchEntry.objects.bulk_create([*beyond, *first])
    words = [("うみのさち",)]
    order = Order(["policy", "measure"], words, FINISHED)
    reach = Reach(["policy", "measure"], (early.position, early.slug))

    among = entries_with(words, among=order.among(reach, EVERYWHERE))

    assert set(among) == set(first)


def test_hits_of_ended_plans_hide_none_of_a_plan_in_force():
    ended = a_plan(position=0, period_start_fy=2015, period_end_fy=2020)
    in_force = a_plan(position=9)
    entries = [
        _entry(plan, "", f"m-{n}", kind="measure", title="うみのさちの会")
        for plan in (ended, in_force)
        for n in range(3)
    ]
    SearchEntry.objects.bulk_create(entries)

    assert rows_found("うみのさち", 0, 3) == entries[3:]


def test_what_a_draft_says_is_not_found():
    draft = a_plan(state="draft")
    SearchEntry.objects.bulk_create([_entry(draft, "下書きだけのことば")])

    assert found("下書きだけのことば") == []
    draft.state = "published"
    draft.save()
    assert len(found("下書きだけのことば")) == 1


def test_nor_is_it_in_its_own_place():
    city = a_plan(area_name="あさぎり市")
    draft = a_plan(state="draft", area_name="あさぎり市")
    SearchEntry.objects.bulk_create(
        _entry(plan, "下書きだけのことば") for plan in (city, draft)
    )

    entries = entries_with([("下書きだけのことば",)], place=Place(city="あさぎり市"))

    assert [entry.plan for entry in entries] == [city]
    assert not entries_with([("下書きだけのことば",)], place=Place(city="ない市"))


def test_a_pair_across_the_end_of_a_sentence_is_not_found():
    plan = a_plan()
    texts = ("ご紹介。護岸の話", "ご紹介\n護岸の話", "介護の話")
    SearchEntry.objects.bulk_create(
        _entry(plan, text, code=f"c-{number}") for number, text in enumerate(texts)
    )

    hits = [entry.text for entry in found("介護") if entry.plan == plan]

    assert hits == ["介護の話"]


def _entry(plan, text, code="a", *, kind="section", title="題"):
    return entry_of(plan, Document(kind, code, 1, "/", title, "", text))


class AnyTexts(TestCase):
    @given(
        st.lists(st.text(LETTERS, max_size=12), max_size=6),
        st.text(LETTERS, max_size=4),
    )
    def test_any_word_in_any_text(self, texts, typed):
        plan = a_plan()
        SearchEntry.objects.bulk_create(
            _entry(plan, text, code=f"c-{number}") for number, text in enumerate(texts)
        )
        words = list(words_of(typed))

        hits = (
            entries_with([(word,) for word in words])
            .filter(plan=plan)
            .values_list("code", flat=True)
        )

        entries = SearchEntry.objects.filter(plan=plan)
        slowly = [e.code for e in entries if all(word in e.folded for word in words)]
        assert sorted(hits) == sorted(slowly)

    def test_the_index_agrees_with_its_table(self):
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO plans_searchindex(plans_searchindex, rank) "
                    "VALUES ('integrity-check', 1)"
                )
        assert SearchEntry.objects.exists()
