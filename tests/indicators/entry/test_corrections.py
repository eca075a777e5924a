"""A public value is opened for correcting: by a button, and nothing typed is lost."""

import pytest

from indicators.models import Observation
from tests.indicators.entry.test_entry_pages import facts_of
from tests.value_records import a_publication, an_observation

pytestmark = pytest.mark.django_db


def stored(item):
    return Observation.objects.get(target=item.target, fiscal_year=2025)


def make_public(item, **values):
    """960 people are public, unless `values` say another thing."""
    said = {"value": 960, **values}
    row = an_observation(target=item.target, state="published", **said)
    a_publication(row, **said)
    return item


@pytest.fixture
def public(more_figures):
    (item,) = more_figures(1)
    return make_public(item)


def test_opening_a_public_value_keeps_what_was_typed_elsewhere(
    page_of, clerk, figure, public
):
    page = page_of(clerk).fill(figure, cell="940", note="3月末")

    after = page.correct(public)

    assert (stored(figure).value, stored(figure).state) == (940, "draft")
    assert "1件を下書きに保存しました。" in after.messages
    assert after.control(figure, "note")["value"] == "3月末"
    assert after.control(public, "cell")["value"] == "960"
    assert page.led_to.endswith(f"#item-{public.pk}")


def test_what_cannot_be_saved_stays_beside_the_value_that_was_opened(
    page_of, clerk, figure, public
):
    page = page_of(clerk).fill(figure, cell="940", note="あ" * 301)

    after = page.correct(public)

    assert not after.was_kept
    assert not Observation.objects.filter(target=figure.target).exists()
    assert after.control(figure, "note")["value"] == "あ" * 301
    assert after.control(public, "cell")["value"] == "960"
    after.fill(figure, note="").fill(public, cell="958").press()
    assert (stored(figure).value, stored(public).value) == (940, 958)


def test_another_public_value_can_be_opened_from_one_that_is_typed_in(
    page_of, clerk, public, figure
):
    make_public(figure)
    first = page_of(clerk).correct(public)

    after = first.fill(public, cell="958").correct(figure)

    assert [stored(item).state for item in (public, figure)] == ["draft", "published"]
    assert after.control(public, "cell")["value"] == "958"
    assert after.control(figure, "cell")["value"] == "960"


def test_opening_alone_changes_nothing_and_says_nothing(page_of, clerk, public):
    after = page_of(clerk).correct(public)

    assert after.messages == ""
    assert stored(public).state == "published"
    assert stored(public).history.count() == 1


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_only_what_is_public_offers_to_be_corrected(page_of, clerk, figure, state):
    an_observation(target=figure.target, value=960, state=state)

    page = page_of(clerk)

    assert page.row(figure).select("[name=correct]") == []
    after = page.press("", correct=figure.pk)
    assert after.control(figure, "cell") is None


@pytest.mark.parametrize("button", ["draft", "submit"])
def test_an_untouched_correction_is_said_to_have_changed_nothing(
    page_of, clerk, public, button
):
    page = page_of(clerk).correct(public)

    after = page.press(button)

    assert after.messages == "変わったところはありませんでした。"
    assert stored(public).state == "published"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "960人／年"),
        ({"provisional": True}, "960人／年（速報）"),
        ({"value": None, "value_state": "collecting"}, "集計中"),
    ],
    ids=["number", "provisional", "state"],
)
@pytest.mark.parametrize("state", ["draft", "returned"])
def test_a_correction_shows_the_value_that_is_public(
    page_of, clerk, figure, values, words, state
):
    make_public(figure, **values)
    changed = {"value": 958, "value_state": "", "state": state}
    Observation.objects.filter(target=figure.target).update(**changed)

    page = page_of(clerk)

    assert facts_of(page, figure)["公開中の値"] == words
    assert page.control(figure, "cell")["value"] == "958"


def test_what_was_never_public_has_no_public_value(page, figure):
    after = page.fill(figure, cell="960").press()

    assert "公開中の値" not in facts_of(after, figure)
