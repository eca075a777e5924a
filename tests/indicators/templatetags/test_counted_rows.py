"""Bars of counts and rows of changes, which Python puts together."""

from bs4 import BeautifulSoup

from indicators.templatetags.changed_rows import changed_rows
from indicators.templatetags.status_stack import status_stack

EVIL = "<b onclick='x'>&amp;</b>"
CHIP = {"css": "on", "symbol": "○", "word": "順調"}


def read(html):
    return BeautifulSoup(html, "html.parser")


def a_piece(**values):
    place = {"css": "c-on", "x": "0.00", "width": "60.00", "middle": "30.00"}
    return {**place, "text": "3件", **values}


def a_key(**values):
    return {**CHIP, "count": "3件", "made_of": "", **values}


def a_change(**values):
    link = {"url": "/plans/p/targets/1/", "title": "相談者数"}
    return {
        **link,
        "change": "改善",
        "before": {**CHIP, "word": "遅れ"},
        "now": CHIP,
        "movement": "900人から957人",
        **values,
    }


def changes_of(*rows, years=("令和6年度", "令和7年度")):
    return {"years": list(years), "rows": list(rows)}


def test_a_bar_has_a_piece_for_each_count_and_says_all_of_them_below():
    counted = {
        "pieces": [a_piece(), a_piece(css="q", x="60.00", width="40.00", text="")],
        "key": [
            a_key(),
            a_key(symbol="", word="判定の外", made_of="（基準値なし2件）"),
        ],
    }

    soup = read(status_stack(counted))

    first, second = soup.select("svg.stack > g")
    assert (first.rect["width"], first.text) == ("60.00%", "3件")
    assert (second.rect["x"], second.text) == ("60.00%", "")
    assert [row.text for row in soup.select("ul.key li")] == [
        "○順調：3件",
        "判定の外：3件（基準値なし2件）",
    ]
    assert [row.i is None for row in soup.select("ul.key li")] == [False, True]


def test_without_pieces_there_is_no_bar():
    soup = read(status_stack({"pieces": [], "key": [a_key()]}))

    assert soup.svg is None
    assert soup.select_one("ul.key li").text == "○順調：3件"


def test_a_row_of_changes_names_both_years_for_narrow_screens():
    soup = read(f"<table>{changed_rows(changes_of(a_change()))}</table>")

    assert soup.select_one("th a")["href"] == "/plans/p/targets/1/"
    assert [(cell["data-l"], cell.text.strip()) for cell in soup.select("td")] == [
        ("変化", "改善"),
        ("令和6年度", "○遅れ"),
        ("令和7年度", "○順調"),
        ("実績の動き", "900人から957人"),
    ]


def test_every_text_is_text_and_never_markup():
    evil_chip = {**CHIP, "symbol": EVIL, "word": EVIL}
    texts = dict.fromkeys(("title", "change", "movement"), EVIL)
    row = a_change(**texts, url=f'"{EVIL}', before=evil_chip, now=evil_chip)
    key = a_key(symbol=EVIL, word=EVIL, count=EVIL, made_of=EVIL)

    changed = read(changed_rows(changes_of(row, years=(f'"{EVIL}', f'"{EVIL}'))))
    stack = read(status_stack({"pieces": [a_piece(text=EVIL)], "key": [key]}))

    assert changed.select("b, [onclick]") == stack.select("[onclick]") == []
    assert (changed.text.count(EVIL), stack.text.count(EVIL)) == (7, 5)
