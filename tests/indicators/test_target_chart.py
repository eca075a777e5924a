from indicators.presenters.target_chart import target_chart, why_no_chart
from indicators.presenters.target_years import years_of
from tests.indicators.judging import R7, R12, a_goal, number, row, terms
from tests.indicators.test_target_years import NOVEMBER_R8, PLAN, a_followed


def chart_of(promise=None, rows=None, *, unit="人／年", path_year=R7):
    followed = a_followed(promise, rows)
    followed.values.update(goal_unit=unit, baseline_unit=unit)
    years = years_of(followed, PLAN, NOVEMBER_R8)
    return target_chart(followed, years, R7, path_year)


def texts(chart):
    return [label["text"] for label in chart["labels"]]


def kinds(chart):
    return [mark["kind"] for mark in chart["marks"]]


def test_before_any_value_the_path_and_this_years_point_on_it_are_drawn():
    chart = chart_of(path_year=2026)

    assert chart["summary"] == (
        "折れ線グラフ。令和5年度904人／年（基準値）。"
        "令和8年度の目安は988人／年。令和12年度の目標は1,100人／年。"
    )
    assert chart["caption"] == (
        "点線は目安（同じ歩幅で進んだ場合）、破線は目標。縦軸は0から始まりません。"
    )
    assert kinds(chart) == ["expected", "baseline", "goal"]


def test_a_provisional_value_is_hollow_and_says_so_in_words():
    chart = chart_of(rows={2024: "931", R7: row("940", provisional=True)})

    assert "令和7年度940人／年（速報）" in chart["summary"]
    assert "940人／年（速報）" in texts(chart)
    assert "latest hollow" in kinds(chart)
    assert "速報" in chart["caption"]


def test_interim_goals_are_flags_with_words():
    chart = chart_of(terms(milestones={2027: number("1000")}))

    assert "中間の目標 1,000人／年" in texts(chart)
    assert "令和9年度の中間の目標は1,000人／年。" in chart["summary"]
    assert "点線は目安（中間の目標を通る）" in chart["caption"]


def test_a_goal_without_a_year_has_no_flag_and_is_said_to_have_none():
    chart = chart_of(terms(goal_year=None), {R7: "940"})

    assert "目標は1,100人／年（年度の記載なし）。" in chart["summary"]
    assert "令和12年度" not in chart["summary"]
    assert "目標 1,100人／年" in texts(chart)
    assert "goal" not in kinds(chart)


def test_an_outlook_without_a_year_is_given_none_in_the_caption():
    promise = terms(mode="monitor", goal_year=None)
    caption = chart_of(promise, {R7: "940"})["caption"]

    assert "破線は見込み（めざす値ではありません）" in caption


def test_a_revised_goal_is_drawn_beside_the_one_before_it():
    goals = (a_goal(), a_goal("1200", effective_from=2027))
    chart = chart_of(terms(goals=goals), {R7: "940"})

    assert {"見直す前の目標 1,100人／年", "見直した目標 1,200人／年"} <= set(
        texts(chart)
    )
    assert "見直す前の目標は1,100人／年。" in chart["summary"]
    assert "令和12年度の見直した目標は1,200人／年。" in chart["summary"]


def test_a_share_has_its_sign_beside_every_number():
    promise = terms("0.5", "100", unit="%", decimals=1)
    chart = chart_of(promise, {R7: "28.0"}, unit="%")

    assert {"0.5%", "28.0%", "目標 100.0%", "目安 28.93%"} <= set(texts(chart))
    assert chart["caption"].endswith("縦軸は0%から始まります。")


def test_what_is_only_watched_is_drawn_without_the_words_of_a_goal():
    chart = chart_of(terms(mode="monitor"), {R7: "940"})

    assert "見込み 1,100人／年" in texts(chart)
    assert "goal" not in kinds(chart)
    assert "goal" not in [line["css"] for line in chart["lines"]]
    assert "破線は令和12年度の見込み（めざす値ではありません）" in chart["caption"]
    assert "目" not in "".join(texts(chart))
    assert "目標" not in chart["caption"] + chart["summary"]


def test_a_level_to_keep_has_no_path():
    promise = terms("95", "90", unit="%", mode="maintain", direction="increase")
    chart = chart_of(promise, {R7: "93"}, unit="%")

    assert "保つ水準 90%" in texts(chart)
    assert [line for line in chart["lines"] if line["css"] == "path"] == []


def test_figures_in_two_units_share_no_picture():
    promise = terms("69", goals=(a_goal("97", unit="回／年"),))

    assert chart_of(promise) is None
    assert "単位が違うため" in why_no_chart(a_followed(promise), [], R7)


def test_one_number_alone_makes_no_picture():
    assert chart_of(terms(None, "300", baseline_year=None)) is None
    assert why_no_chart(a_followed(terms(None)), [], R7) == ""


def test_the_goal_year_itself_has_no_second_name():
    chart = chart_of(rows={R12: "1112"}, path_year=R12)

    assert [text for text in texts(chart) if text.startswith("目安 ")] == []
