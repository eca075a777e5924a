"""Each rule for a row: read rightly, asked about, or refused with the remedy."""

import pytest

from tests import factories, staff_records
from tests.indicators.sheets.office import (
    HEADINGS,
    confirm,
    csv_file,
    upload,
    words_of,
)
from tests.value_records import a_publication, an_observation


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"実績値": "-"}, "「該当なし」「集計中」「0」のどれかを書いてください"),
        ({"実績値": "○"}, "「未定」「0」のどれかを書いてください"),
        ({"実績値": "10～12"}, "2つの数があります"),
        ({"実績値": "2026-03-31"}, "日付です"),
        ({"実績値": "30%"}, "割合（%）ですが"),
        ({"実績値": "#REF!"}, "表計算ソフトのエラーです"),
        ({"実績値": "940", "数値でないとき": "集計中"}, "が合いません"),
        ({"数値でないとき": "まだ"}, "集計中・未実施・秘匿"),
        ({"数値でないとき": "未実施"}, "「未実施」のときは、理由を書いてください"),
        ({"実績値": "廃止"}, "「事業終了」のときは、理由を書いてください"),
        ({"実績値": "940", "速報": "たぶん"}, "「はい」か「いいえ」と書いてください"),
        (
            {"実績値": "速報790", "速報": "いいえ"},
            "「実績値」の「速報790」が合いません",
        ),
        ({"実績値": "940", "注記": "あ" * 301}, "300字までにしてください（いまは301字"),
        ({"実績値": "940", "年度": "R6"}, "令和6年度の行です"),
        ({"実績値": "940", "年度": "2025-04-01"}, "日付です。この照会の年度は「R7」"),
        ({"実績値": "940", "年度": ""}, "年度が空欄です。この照会の年度は「R7」"),
        ({"実績値": "940", "コード": ""}, "コードが空欄です"),
    ],
    ids=lambda value: (
        value if isinstance(value, str) else "、".join(value.values())[:9]
    ),
)
def test_a_refused_row_names_its_cell_and_the_remedy(office, clerk, cells, sentence):
    other = office.row(1, "960")

    page = upload(clerk, office, csv_file([other, office.row(0, **_cells(cells))]))

    assert sentence in words_of(page)
    assert "実績 3行目" in words_of(page)
    assert (
        "確定して" not in words_of(page).split("行ごとの内容")[0].split("すべての行")[1]
    )


def _cells(cells):
    return {"value": cells.get("実績値", ""), **cells}


def test_an_unknown_code_is_refused_with_the_nearest_one(office, clerk):
    typed = office.code(0) + "x"

    page = upload(
        clerk,
        office,
        csv_file([office.row(1, "960"), office.row(0, "1", コード=typed)]),
    )

    assert f"「{office.code(0)}」ではありませんか" in words_of(page)


def test_a_row_of_another_department_is_refused_by_its_name(office, clerk):
    other = staff_records.a_department(office.department.publisher, name="子ども課")
    office.targets.append(office.add_target(other))

    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(2, "960")]))

    assert "「子ども課」の項目なので、取り込めません" in words_of(page)


def test_the_planning_section_may_take_in_rows_of_all_departments(office, client):
    client.force_login(office.planner)

    page = upload(client, office, csv_file([office.row(0, "960")]))
    confirm(client, page)

    assert office.value(0).entered_by == office.planner


def test_one_item_twice_with_two_values_refuses_both_rows(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(0, "961")]))

    assert words_of(page).count("同じコードの行（2・3行目）の内容が違います") == 2


def test_one_item_in_thousands_of_rows_is_told_in_a_few_words(office, clerk):
    rows = [office.row(0, str(900 + number % 2)) for number in range(2_000)]

    page = upload(clerk, office, csv_file(rows))

    assert "同じコードの行（2・3・4・5・6行目など）の内容が違います" in words_of(page)
    assert len(page.content) < 100_000


def test_one_item_twice_with_one_value_asks_and_stores_it_once(office, clerk):
    page = upload(
        clerk, office, csv_file([office.row(0, "960"), office.row(0, "９６０")])
    )
    assert "同じ内容の行が2つあります" in words_of(page)

    confirm(clerk, page, "twice")

    assert office.value(0).history.count() == 1


def test_what_is_handed_in_is_refused_only_where_the_file_would_change_it(
    office, clerk
):
    for number in (0, 1):
        an_observation(
            target=office.targets[number], value=960, raw="960", state="submitted"
        )

    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(1, "961")]))

    assert "「提出済み」のため、いまは変えられません" in words_of(page)
    assert words_of(page).count("実績 2行目") == 1
    assert "1 エラー" in words_of(page)
    assert "1 変更なし" in words_of(page)


def test_a_published_value_is_corrected_as_a_new_draft(office, clerk):
    target = office.targets[0]
    published = an_observation(target=target, value=960, raw="960", state="published")
    a_publication(published, value=960)

    page = upload(clerk, office, csv_file([office.row(0, "970")]))
    confirm(clerk, page)

    assert (office.value(0).value, office.value(0).state) == (970, "draft")
    assert published.publications.get().value == 960


def test_a_state_that_was_left_beside_a_new_number_gives_way(office, clerk):
    target = office.targets[0]
    an_observation(target=target, value=None, value_state="collecting")

    page = upload(
        clerk, office, csv_file([office.row(0, "960", 数値でないとき="集計中")])
    )
    confirm(clerk, page)

    assert (office.value(0).value, office.value(0).value_state) == (960, "")


def test_a_blank_beside_a_new_value_keeps_it_provisional_only_when_asked(office, clerk):
    an_observation(target=office.targets[0], value=940, raw="940", provisional=True)
    asked = upload(clerk, office, csv_file([office.row(0, "960")]))
    assert "いまのまま速報として取り込みます" in words_of(asked)

    page = upload(clerk, office, csv_file([office.row(0, "960", 速報="いいえ")]))
    confirm(clerk, page)

    assert office.value(0).provisional is False


def test_columns_may_be_moved_added_and_headed_by_titles(office, clerk):
    headings = ["メモ", *reversed(HEADINGS)]
    row = ["わたし", *reversed(office.row(0, "960"))]
    title = ["令和7年度の実績"] + [""] * len(HEADINGS)
    file = csv_file([headings, row], headings=title)

    page = upload(clerk, office, file)
    confirm(clerk, page)

    assert "「メモ」の列は、読み取らない列なので取り込みません" in words_of(page)
    assert office.value(0).value == 960


def test_headings_in_two_rows_are_read_as_merged_cells_leave_them(office, clerk):
    upper = ["コード", "年度", "今年度のこと", "", "", "", ""]
    lower = ["", "", "実績値", "数値でないとき", "速報", "注記", "理由"]

    page = upload(clerk, office, csv_file([lower, office.row(0, "960")], upper))
    confirm(clerk, page)

    assert office.value(0).value == 960


@pytest.mark.parametrize(
    ("headings", "rows", "sentence"),
    [
        (
            ["コード", "年度", "注記"],
            [["a/b", "R7", "x"]],
            "「実績値」の列がありません",
        ),
        (
            ["コード", "年度", "実績値", "実績"],
            [["a/b", "R7", "1", "2"]],
            "「実績値」の列が2つあります",
        ),
        (["コード", "年度", "実績値"], [["a/b", "R7", "1"]], "項目が1つもありません"),
        (["コード", "年度", "実績値"], [["a/b", "R6", "1"]], "令和6年度のシートです"),
        (["コード", "年度", "実績値"], [["", "", ""]], "記入された行がありません"),
        (["なまえ", "電話"], [["a", "b"]], "見出し"),
    ],
    ids=["no value column", "two of them", "another round", "year", "empty", "other"],
)
def test_a_file_that_is_no_sheet_of_the_round_is_refused_whole(
    office, clerk, headings, rows, sentence
):
    page = upload(clerk, office, csv_file(rows, headings))

    assert "このファイルは取り込めません" in words_of(page)
    assert sentence in words_of(page)


def test_reviews_are_read_by_letter_or_by_word(office, clerk):
    office.add_review()
    code = f"{office.plan.slug}/initiatives/{office.initiative.code}"
    headings = ["コード", "年度", "評価", "担当課のことば"]

    page = upload(
        clerk,
        office,
        csv_file([[code, "R7", "Ｂ おおむね計画どおり", "順調"]], headings),
    )
    confirm(clerk, page)

    review = office.initiative.reviews.get()
    assert (review.rating, review.comment) == ("B", "順調")
    assert review.history.get().history_user == office.person


def test_a_unit_that_counts_another_thing_is_asked_about(office, clerk):
    factories.a_plan()

    page = upload(clerk, office, csv_file([office.row(0, "960回")]))

    assert "単位が「回」です" in words_of(page)
    assert "単位が登録と違う（1行）" in words_of(page)
