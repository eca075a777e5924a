"""Saving a draft: what can be read is stored, what cannot stays as typed."""

from decimal import Decimal

import pytest

from indicators.models import Observation
from tests.indicators.entry.entry_page import EntryPage

pytestmark = pytest.mark.django_db


def stored(item):
    return Observation.objects.get(target=item.target, fiscal_year=2025)


def test_a_value_is_read_back_with_the_judgement_it_will_have(page, figure, clerk):
    after = page.fill(figure, cell="９４０人", reason="窓口を移した。").press()

    assert after.was_kept
    assert "1件を下書きに保存しました。" in after.messages
    assert "940人として受け付けます。判定は「やや遅れ」の見込みです。" in after.text(
        figure
    )
    row = stored(figure)
    assert (row.value, row.raw, row.state) == (Decimal(940), "９４０人", "draft")
    assert (row.entered_by, row.history.get().history_user) == (clerk, clerk)


def test_what_was_typed_comes_back_into_the_controls(page, figure):
    after = page.fill(
        figure, cell="約９４０", provisional=True, note="3月末", reason="理由"
    ).press()

    assert after.control(figure, "cell")["value"] == "約９４０"
    assert after.control(figure, "provisional").has_attr("checked")
    assert after.control(figure, "reason").text.strip() == "理由"


def test_a_cell_that_cannot_be_read_is_kept_with_its_message(page, figure):
    after = page.fill(figure, cell="900～940").press()

    assert after.was_kept
    assert "「900～940」には2つの数があります。" in after.errors(figure)[0]
    assert len(after.summary) == 1
    row = stored(figure)
    assert (row.value, row.value_state, row.raw) == (None, "", "900～940")
    cell = after.control(figure, "cell")
    assert cell["aria-invalid"] == "true"
    assert after.soup.find(id=cell["aria-describedby"])


def test_a_typed_word_sets_the_state(page, figure):
    after = page.fill(figure, cell="集計中").press()

    assert stored(figure).value_state == "collecting"
    chosen = after.control(figure, "state").select_one("[selected]")
    assert chosen["value"] == "collecting"


def test_the_number_that_follows_a_state_needs_no_second_click(page, figure):
    after = page.fill(figure, state="collecting").press()
    after.fill(figure, cell="960").press()

    row = stored(figure)
    assert (row.value, row.value_state) == (Decimal(960), "")


def test_a_number_beside_a_state_is_asked_about(page, figure):
    after = page.fill(figure, cell="940", state="collecting").press()

    assert "「940」と、値の状態の「集計中」が合いません。" in after.errors(figure)[0]
    assert after.control(figure, "cell")["value"] == "940"
    row = stored(figure)
    assert (row.value, row.value_state, row.raw) == (None, "collecting", "940")


def test_qualifiers_and_footnotes_go_into_the_note_once(page, figure):
    after = page.fill(figure, cell="約940人※1", note="3月末").press()
    after = after.fill(figure, reason="理由").press()

    assert stored(figure).note == "3月末　記入された値：約940人（※1）"
    after.fill(figure, cell="950").press()
    assert stored(figure).note == "3月末"


def test_a_provisional_word_ticks_the_box(page, figure):
    page.fill(figure, cell="速報 940").press()

    assert stored(figure).provisional


def test_too_long_a_note_is_refused_and_nothing_typed_is_lost(page, figure):
    after = page.fill(figure, cell="940", note="あ" * 301).press()

    assert not after.was_kept
    assert not Observation.objects.exists()
    assert after.control(figure, "cell")["value"] == "940"
    assert after.control(figure, "note")["value"] == "あ" * 301
    assert "まだ保存していません" in after.messages


def test_rows_that_nobody_touched_are_not_written(page_of, clerk, more_figures):
    first, second = more_figures(2)
    page = page_of(clerk)

    after = page.fill(first, cell="960").press()
    again = after.press()

    assert "変わったところはありませんでした。" in again.messages
    assert not Observation.objects.filter(target=second.target).exists()
    assert stored(first).history.count() == 1


def test_a_value_that_was_not_typed_here_stands_in_the_box(page_of, clerk, figure):
    Observation.objects.create(target=figure.target, fiscal_year=2025, value="940")

    page = page_of(clerk)

    assert page.control(figure, "cell")["value"] == "940"
    assert "変わったところは" in page.press().messages


@pytest.mark.parametrize(
    "typed",
    ["\x00940", "9\t40", "①958", "あ" * 201, "=SUM(A1)", "😀", "‮940"],
    ids=["null", "tab", "circled", "long", "formula", "emoji", "bidi"],
)
def test_nonsense_is_answered_in_words_and_stays_in_the_box(page, figure, typed):
    after = page.fill(figure, cell=typed).press()

    assert isinstance(after, EntryPage)
    assert after.errors(figure)
    shown = after.control(figure, "cell")["value"]
    assert shown.replace("\ufffd", "\x00") == typed
