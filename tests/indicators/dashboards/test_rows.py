from decimal import Decimal
from types import SimpleNamespace

import pytest

from indicators.dashboards.rows import distance_text, item, numbers, reasons
from tests.indicators.dashboards.standings import R7, R8, a_period, a_standing

PLAN = SimpleNamespace(slug="p")
EMPTY = a_period(R7, path_year=R8, is_empty=True)


def as_pairs(standing):
    return [(row["label"], row["value"]) for row in numbers(standing)]


def test_a_row_is_ready_text():
    row = item(a_standing({R7: 940}), PLAN)

    assert row.pop("bar")["actual"] == "27.51"
    assert row == {
        "url": "/plans/p/targets/2-1/",
        "title": "福祉の総合相談窓口への新規相談者数",
        "is_falling": False,
        "scope_note": "",
        "chip": {"symbol": "△", "word": "やや遅れ", "css": "slight"},
        "reasons": ["令和7年度の目安960人に対し実績940人（20人下回る）。"],
        "last": None,
        "no_bar": "",
        "numbers": [
            {"label": "基準値（R5）", "value": "904人／年"},
            {"label": "目安（R7）", "value": "960人／年"},
            {"label": "実績（R7）", "value": "940人／年"},
            {"label": "目標（R12）", "value": "1,100人／年"},
        ],
        "distance": "",
    }


def test_before_the_first_value_a_row_shows_the_pace_and_this_years_expected_value():
    standing = a_standing(period=EMPTY)

    assert reasons(standing) == [
        "令和5年度の904人から、あと196人。1年あたり約28人の増加が必要です。"
    ]
    assert as_pairs(standing) == [
        ("基準値（R5）", "904人／年"),
        ("目安（R8）", "988人／年"),
        ("目標（R12）", "1,100人／年"),
    ]


@pytest.mark.parametrize(
    ("published", "values", "pairs"),
    [
        (
            {R7: 27},
            {"baseline_value": None, "goal_state": "undecided", "goal_value": None},
            [
                ("基準値（R5）", "記載なし"),
                ("実績（R7）", "27人／年"),
                ("目標（R12）", "未設定"),
            ],
        ),
        (
            {R7: 74},
            {"goal_unit": "回／年"},
            [
                ("基準値（R5）", "904人／年"),
                ("実績（R7）", "74（単位は確認中）"),
                ("目標（R12）", "1,100回／年"),
            ],
        ),
        (
            {R7: "suppressed"},
            {},
            [
                ("基準値（R5）", "904人／年"),
                ("目安（R7）", "960人／年"),
                ("実績（R7）", "秘匿"),
                ("目標（R12）", "1,100人／年"),
            ],
        ),
        (
            {R7: 1190},
            {"evaluation_mode": "monitor"},
            [
                ("基準値（R5）", "904人／年"),
                ("見込み（R7）", "960人／年"),
                ("実績（R7）", "1,190人／年"),
                ("見込み（R12）", "1,100人／年"),
            ],
        ),
    ],
    ids=["no goal", "other unit", "suppressed", "monitor"],
)
def test_numbers_say_in_words_what_is_missing(published, values, pairs):
    assert as_pairs(a_standing(published, **values)) == pairs


def test_negative_numbers_are_printed_with_a_minus_sign():
    standing = a_standing({R7: -5}, baseline_value=Decimal(-20), goal_value=Decimal(10))

    assert ("実績（R7）", "−5人／年") in as_pairs(standing)
    assert ("基準値（R5）", "−20人／年") in as_pairs(standing)


def test_a_goal_in_words_is_shown_as_words_once():
    values = {
        "goal_state": "statement",
        "goal_value": None,
        "goal_text": "笑顔がふえる",
    }

    unnamed = item(a_standing(name="", **values), PLAN)
    named = item(a_standing(name="見守り", **values), PLAN)

    assert (unnamed["title"], unnamed["numbers"]) == ("笑顔がふえる", [])
    assert named["numbers"] == [{"label": "目標", "value": "笑顔がふえる"}]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (940, "目安より、全体の幅の10.2%分遅れ"),
        (960, "目安どおり"),
        (1009, "目安より、全体の幅の25.0%分先行"),
    ],
)
def test_the_distance_is_said_in_words_not_with_a_sign(value, words):
    assert distance_text(a_standing({R7: value})) == words


@pytest.mark.parametrize(
    ("values", "is_falling"),
    [
        ({"baseline_value": Decimal(20), "goal_value": Decimal(10)}, True),
        ({"baseline_value": None, "direction": "decrease"}, True),
        ({"baseline_value": None, "direction": "increase"}, False),
        ({"goal_state": "undecided", "goal_value": None}, False),
        (
            {
                "baseline_value": Decimal(95),
                "goal_value": Decimal(90),
                "evaluation_mode": "maintain",
            },
            False,
        ),
    ],
    ids=["falls", "falls by its field", "rises", "no goal", "kept"],
)
def test_a_target_to_bring_down_is_marked(values, is_falling):
    assert item(a_standing(**values), PLAN)["is_falling"] is is_falling
