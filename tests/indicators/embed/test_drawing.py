"""A card as a drawing: every line in its place, in a document that any reader opens."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from indicators.embed.drawing import WIDTH, drawing

SITE = "https://plans.example.jp"


def a_card(**values):
    return {
        "plan": "見本市地域福祉計画",
        "is_working_title": False,
        "publisher": "見本市",
        "label": "取組目標",
        "title": "相談窓口の相談者数",
        "scope_note": "",
        "year": "令和7年度（2025年度）",
        "chips": [{"symbol": "○", "word": "順調", "css": "on"}],
        "sentence": "目安960人に対し実績970人です。",
        "figures": [("実績", "970人／年（令和7年度）")],
        "url": "/plans/a/targets/1-1/",
        "is_sample": False,
        **values,
    }


def texts(drawn):
    return [line["text"] for line in drawn["lines"]]


def test_a_drawing_says_all_that_a_card_says_from_top_to_bottom():
    drawn = drawing(a_card(), site=SITE)

    assert texts(drawn) == [
        "見本市地域福祉計画 取組目標",
        "相談窓口の相談者数",
        "令和7年度（2025年度）",
        "○ 順調",
        "目安960人に対し実績970人です。",
        "実績：970人／年（令和7年度）",
        "発行者：見本市",
        "くわしく見る（plans.example.jp）",
    ]
    assert drawn["lines"][-1]["url"] == f"{SITE}/plans/a/targets/1-1/"
    assert drawn["lines"][3]["css"] == "status st-on"


def test_a_drawing_of_samples_says_so_first():
    drawn = drawing(a_card(is_sample=True), site=SITE)

    assert texts(drawn)[0] == "サンプル値（架空の値です）"
    assert drawn["description"].startswith("サンプル値（架空の値です）。")


def test_lines_follow_each_other_and_end_above_the_edge():
    card = a_card(
        title="とても長い名前の目標" * 5, scope_note="延べ人数", is_sample=True
    )

    drawn = drawing(card, site=SITE)

    places = [float(line["y"]) for line in drawn["lines"]]
    assert places == sorted(set(places))
    assert all(low - high >= 16 for high, low in zip(places, places[1:], strict=False))
    assert places[-1] < drawn["height"] - 10
    assert WIDTH == 280


def test_counts_stand_beside_the_word_not_beside_the_symbol():
    chips = [{"symbol": "△", "word": "やや遅れ", "css": "slight", "count": "2件"}]

    drawn = drawing(a_card(chips=chips), site=SITE)

    assert "△ やや遅れ：2件" in texts(drawn)


@given(st.text(max_size=30))
def test_whatever_a_title_holds_the_drawing_is_valid_xml(title):
    drawn = drawing(a_card(title=title), site=SITE)

    root = ElementTree.fromstring(
        render_to_string("embed/image.html", {"drawing": drawn})
    )

    assert root.get("viewBox") == f"0 0 280 {drawn['height']}"
    assert root.find("{*}title").text == drawn["title"]


@pytest.mark.parametrize("part", ["fill", "stroke"])
def test_colours_are_those_of_the_pages(part):
    folder = Path(settings.BASE_DIR)
    style = (folder / "templates/embed/_style.html").read_text(encoding="utf-8")
    known = (folder / "static/css/portal.css").read_text(encoding="utf-8")
    known += (folder / "static/vendor/design-tokens/tokens.css").read_text()

    used = set(re.findall(rf"{part}:(#\w+)", style))

    assert used
    assert [colour for colour in used if _long(colour) not in known] == []


def _long(colour):
    return colour if len(colour) == 7 else re.sub("([^#])", r"\1\1", colour)
