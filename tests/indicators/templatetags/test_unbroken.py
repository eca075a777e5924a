import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from indicators.templatetags.unbroken import unbroken


def kept_whole(text):
    soup = BeautifulSoup(unbroken(text), "html.parser")
    return [span.text for span in soup.select("span.nowrap")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("令和7年度の実績は、集計中です。", ["令和7年度"]),
        ("平成元年度から令和12年度まで", ["平成元年度", "令和12年度"]),
        ("1,100人のうち3件が、−0.5%です。", ["1,100人", "3件", "−0.5%"]),
        ("この条件に当てはまる目標はありません。", []),
    ],
    ids=["year", "first year of an era", "figures", "neither"],
)
def test_years_and_figures_are_kept_whole(text, whole):
    assert kept_whole(text) == whole


@given(st.text())
def test_no_letter_of_the_text_is_lost_or_becomes_markup(text):
    without_spans = re.sub('<span class="nowrap">|</span>', "", unbroken(text))

    assert "<" not in without_spans
    assert unescape(without_spans) == text
