"""What is kept stays within its bytes; the longest unused page gives way."""

import random
from types import SimpleNamespace

import pytest

from welfare_plan.page_cache.store import Store


def a_page(size):
    return SimpleNamespace(size=size)


def test_bytes_are_the_sum_of_the_pages_and_never_above_the_limit():
    chance, store = random.Random(8), Store()

    for _ in range(2000):
        key = chance.randrange(40)
        action = chance.choice(["put", "put", "get", "discard"])
        if action == "put":
            store.put(key, a_page(chance.randrange(1, 400)), limit=3000)
        else:
            getattr(store, action)(key)

        assert store.bytes == sum(page.size for page in store._entries.values())
        assert store.bytes <= 3000
    assert len(store) > 5


def test_the_page_that_was_not_asked_for_longest_gives_way():
    store = Store()
    for key in "abc":
        store.put(key, a_page(10), limit=30)
    store.get("a")

    store.put("d", a_page(10), limit=30)

    assert [key for key in "abcd" if store.get(key)] == ["a", "c", "d"]


def test_a_newer_page_takes_the_place_of_the_old_one():
    store, newer = Store(), a_page(20)
    store.put("a", a_page(10), limit=30)

    store.put("a", newer, limit=30)

    assert store.get("a") is newer
    assert (len(store), store.bytes) == (1, 20)


def test_a_page_above_the_limit_is_not_kept_and_pushes_nobody_out():
    store = Store()
    store.put("a", a_page(10), limit=30)

    store.put("b", a_page(31), limit=30)

    assert store.get("a")
    assert store.get("b") is None


@pytest.mark.django_db
def test_the_size_of_a_page_counts_its_bodies(client):
    from welfare_plan.page_cache.store import store

    client.get("/plans/kita-ku/")

    (entry,) = store._entries.values()
    assert entry.size > len(entry.body) + len(entry.zipped)
    assert store.bytes == entry.size


@pytest.mark.django_db
def test_with_no_room_pages_are_made_each_time(client, settings):
    settings.PAGE_CACHE_BYTES = 0

    page = client.get("/plans/kita-ku/?x=1")

    assert "ETag" not in page
