from indicators.dashboards.counts import (
    breakdown,
    by_policy,
    key,
    pieces,
    tiles,
)
from indicators.dashboards.filters import Filters
from tests.indicators.dashboards.standings import R7, a_period, a_standing


def some_standings():
    """One of each kind: judged, waiting, outside."""
    return [
        a_standing({R7: 1112}),
        a_standing({R7: 958}),
        a_standing({R7: 880}, policy="4"),
        a_standing({R7: "collecting"}),
        a_standing(policy="4"),
        a_standing({R7: 5}, evaluation_mode="monitor"),
        a_standing({R7: 5}, baseline_value=None, direction="increase"),
    ]


def test_every_target_is_in_exactly_one_group():
    standings = some_standings()

    groups = [each.group for each in standings]

    assert groups == [*["judged"] * 3, "waiting", "waiting", "outside", "outside"]
    shown = tiles(standings, Filters(), "/d/")
    assert sum(int(tile["count"]) for tile in shown) == len(standings)


def test_tiles_name_the_statuses_that_occur_and_both_other_groups():
    shown = tiles(some_standings(), Filters(year=R7), "/d/")

    assert [(tile["count"], tile["chip"]["word"], tile["url"]) for tile in shown] == [
        ("1", "達成", "/d/?year=R7&status=achieved#targets"),
        ("1", "順調", "/d/?year=R7&status=on_track#targets"),
        ("1", "後退", "/d/?year=R7&status=regressed#targets"),
        ("2", "報告待ち", "/d/?year=R7&status=waiting#targets"),
        ("2", "判定対象外", "/d/?year=R7&status=outside#targets"),
    ]


def test_the_two_groups_without_a_verdict_say_what_they_are_made_of():
    assert breakdown(some_standings(), "取組目標") == (
        "取組目標（7件）の数です。報告待ちは、集計中1件・未報告1件です。"
        "判定対象外は、推移を確認1件・基準値なし1件です。"
    )


def test_a_policy_has_one_equal_piece_a_target_and_the_numbers_in_words():
    policies = [
        {"code": "2", "label": "基本方針2", "title": "相談"},
        {"code": "3", "label": "基本方針3", "title": "目標なし"},
        {"code": "4", "label": "基本方針4", "title": "安全"},
    ]

    rows = by_policy(some_standings(), policies, Filters(), "/d/")

    assert [row["label"] for row in rows] == ["基本方針2", "基本方針4"]
    assert rows[1] == {
        "label": "基本方針4",
        "title": "安全",
        "url": "/d/?policy=4",
        "pieces": [
            {
                "css": "c-regressed",
                "x": "0.00",
                "width": "50.00",
                "middle": "25.00",
                "text": "1件",
            },
            {
                "css": "q",
                "x": "50.00",
                "width": "50.00",
                "middle": "75.00",
                "text": "1件",
            },
        ],
        "key": [
            {
                "symbol": "▼",
                "word": "後退",
                "css": "regressed",
                "count": "1件",
                "made_of": "",
            },
            {
                "symbol": "－",
                "word": "報告待ち",
                "css": "none",
                "count": "1件",
                "made_of": "（未報告1件）",
            },
        ],
    }


def test_no_symbol_stands_beside_a_number():
    standings = some_standings()

    assert [piece["text"] for piece in pieces(standings)] == [
        *("1件", "1件", "1件", "2件", "2件")
    ]
    assert all(row["word"] and row["count"] for row in key(standings))


def test_every_piece_of_a_bar_has_its_line_in_the_key_in_the_same_order():
    standings = [*some_standings(), a_standing({R7: 1000}, goal_fiscal_year=R7)]

    bar, lines = pieces(standings), key(standings)

    assert [piece["css"].replace("q", "c-none") for piece in bar] == [
        f"c-{line['css']}" for line in lines
    ]
    assert [line["word"] for line in lines] == [
        *("達成", "順調", "未達成", "後退", "報告待ち", "判定対象外")
    ]


def test_a_piece_too_narrow_for_its_number_leaves_it_to_the_key():
    standings = [a_standing({R7: 958}) for _ in range(99)] + [a_standing({R7: 880})]

    assert [piece["text"] for piece in pieces(standings)] == ["99件", ""]
    assert [line["count"] for line in key(standings)] == ["99件", "1件"]


def test_an_ended_plan_waits_for_nothing():
    standing = a_standing(period=a_period(is_over=True))

    assert standing.group == "outside"
    assert standing.label.word == "実績の登録なし"
    assert not standing.is_in("not_reported")
    assert standing.is_in("outside")
