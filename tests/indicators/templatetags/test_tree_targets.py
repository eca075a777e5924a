from bs4 import BeautifulSoup

from indicators.templatetags.status_chip import status_chip
from indicators.templatetags.tree_targets import tree_targets

EVIL = "<b onclick='x'>&amp;</b>"
FIGURES = {"baseline": "904人（令和5年度）", "goal": "1,100人（令和12年度）"}


def read(html):
    return BeautifulSoup(html, "html.parser")


def a_row(**values):
    return {"url": "/plans/p/targets/1/", "title": "相談者数", **FIGURES, **values}


def test_each_target_is_a_line_with_its_baseline_and_goal():
    first, second = read(tree_targets([a_row(), a_row(title="窓口")])).select("p.d")

    assert (first.a["href"], first.a.text) == ("/plans/p/targets/1/", "相談者数")
    assert [each.text for each in first.select(".nums > span")] == [
        "基準値 904人（令和5年度）",
        "目標値 1,100人（令和12年度）",
    ]
    assert second.a.text == "窓口"


def test_a_goal_in_words_has_no_figures():
    (line,) = read(tree_targets([a_row(baseline="", goal="笑顔")])).select("p.d")

    assert line.text.strip() == "相談者数"


def test_no_targets_are_no_lines():
    assert tree_targets([]) == ""


def test_a_chip_says_its_word_and_shows_its_symbol_to_the_eye_alone():
    chip = read(status_chip({"css": "good", "symbol": "○", "word": "順調"}))

    assert chip.select_one("span.st.st-good").text == "○順調"
    assert chip.select_one("[aria-hidden=true]").text == "○"
    assert status_chip(None) == ""


def test_texts_are_text_and_never_markup():
    evil = dict.fromkeys(("title", "baseline", "goal"), EVIL)
    line = read(tree_targets([a_row(**evil, url=f'"{EVIL}')]))
    chip = read(status_chip({"css": "good", "symbol": EVIL, "word": EVIL}))

    assert line.select("b, [onclick]") == chip.select("b, [onclick]") == []
    assert (line.text.count(EVIL), chip.text.count(EVIL)) == (3, 2)
