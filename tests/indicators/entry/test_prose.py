"""Words for the public: not endless, and without characters that nobody sees."""

import pytest

from indicators.models import Observation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("reason", "あ" * 4001, "4,000字までにしてください（いまは4,001字です）。"),
        ("note", "あ" * 301, "300字までにしてください（いまは301字です）。"),
        ("note", "a\x01b", "目に見えない文字が入っています。"),
        ("reason", "a\x00b", "目に見えない文字が入っています。"),
        ("reason", "\u202efdp", "目に見えない文字が入っています。"),
        ("cell", "9" * 201, "文字が長すぎます（201字）。"),
    ],
    ids=["long", "long note", "control", "nul", "turned", "long cell"],
)
def test_what_nobody_should_read_is_refused_and_stays_in_its_box(
    page, figure, name, text, sentence
):
    after = page.fill(figure, **{name: text}).press()

    assert not Observation.objects.exists()
    assert len(after.errors(figure)) == 1
    assert sentence in after.errors(figure)[0]


def test_no_box_cuts_what_is_pasted(page, figure):
    assert page.row(figure).select("[maxlength]") == []


def test_lines_are_kept_as_lines(page, figure):
    page.fill(figure, cell="960", reason="一行\r\n二行\tと空白").press()

    assert Observation.objects.get().reason == "一行\n二行\tと空白"


def test_a_row_with_a_bad_link_is_read_as_it_was_typed(page_of, clerk, figure):
    page_of(clerk).fill(figure, cell="960").press()

    after = page_of(clerk).fill(figure, cell="940", link="これ").press()

    assert "940人として受け付けます。" in after.text(figure)
    assert any("やや遅れ" in error for error in after.errors(figure))


def test_nothing_is_said_of_what_was_stored_before(page_of, clerk, figure):
    page_of(clerk).fill(figure, cell="960").press()

    after = page_of(clerk).fill(figure, cell="940", note="長" * 301).press()

    assert "960人として" not in after.text(figure)
