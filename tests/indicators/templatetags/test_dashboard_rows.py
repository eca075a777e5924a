"""A row of a dashboard's list, which Python puts together."""

from types import SimpleNamespace

from bs4 import BeautifulSoup

from indicators.dashboards.rows import item
from indicators.templatetags.dashboard_rows import dashboard_rows
from tests.indicators.dashboards.standings import R6, R7, a_standing

PLAN = SimpleNamespace(slug="p")
EVIL = "<b onclick='x'>&amp;</b>"


def row_of(published=None, *, change=(), in_charge=None, **values):
    shown = item(a_standing(published, **values), PLAN)
    html = dashboard_rows([{**shown, "in_charge": in_charge, **dict(change)}])
    return BeautifulSoup(html, "html.parser")


def test_a_row_names_its_target_status_reason_and_numbers():
    row = row_of({R7: 957})

    link = row.select_one("p.t a")
    assert (link["href"], link.text) == (
        "/plans/p/targets/2-1/",
        "福祉の総合相談窓口への新規相談者数",
    )
    assert row.select_one(".st").text.endswith("順調")
    assert "実績957人" in row.select_one("p.d").text
    assert [each.text for each in row.select(".nums > div")] == [
        "基準値（R5）904人／年",
        "目安（R7）960人／年",
        "実績（R7）957人／年",
        "目標（R12）1,100人／年",
    ]


def test_the_bar_runs_from_the_baseline_to_the_value_or_back():
    ahead, behind = row_of({R7: 957}), row_of({R7: 880})

    done, back = ahead.select_one("line.done"), behind.select_one("line.back")
    assert done["x1"] == back["x2"] == "13.00%"
    assert float(done["x2"][:-1]) > 13 > float(back["x1"][:-1])
    assert "出発点より後退した分" not in ahead.text
    assert "出発点より後退した分" in behind.text


def test_a_target_without_a_value_draws_none_and_tells_of_its_last_one():
    row = row_of({R6: 931})

    assert row.select_one(".m1") is row.select_one("line.done") is None
    assert row.select_one(".last").text.startswith("令和6年度は")


def test_every_text_of_a_row_is_text_and_never_markup():
    texts = {name: EVIL for name in ("title", "scope_note", "no_bar", "distance")}
    evil = {
        **texts,
        "url": f'"{EVIL}',
        "reasons": [EVIL],
        "numbers": [{"label": EVIL, "value": EVIL}],
        "last": {"year": EVIL, "symbol": "○", "word": EVIL},
    }

    row = row_of({R7: 957}, change=evil, in_charge={"name": EVIL, "url": EVIL})

    assert row.select("b, [onclick]") == []
    assert row.text.count(EVIL) == len(texts) + 6
