import pytest

from plans.prefectures import (
    BY_CODE,
    PREFECTURES,
    prefecture_of,
    with_check_digit,
)


def test_there_are_47_prefectures_with_1741_municipalities():
    assert [each.code for each in PREFECTURES] == [f"{n:02}" for n in range(1, 48)]
    assert len({each.name for each in PREFECTURES}) == 47
    assert sum(each.municipalities for each in PREFECTURES) == 1741


@pytest.mark.parametrize(
    ("code", "name"),
    [("01", "北海道"), ("12", "千葉県"), ("13", "東京都"), ("47", "沖縄県")],
)
def test_a_prefecture_has_the_number_of_the_national_list(code, name):
    assert BY_CODE[code].name == name


# 総務省「全国地方公共団体コード」: 札幌市, 柏市, 北区, 桶川市, 那覇市
@pytest.mark.parametrize(
    "code", ["011002", "122173", "131172", "112313", "472018"], ids=str
)
def test_the_last_digit_is_reckoned_from_the_others(code):
    assert with_check_digit(code[:5]) == code


def test_a_code_names_its_prefecture_and_an_empty_one_none():
    assert prefecture_of("122173").name == "千葉県"
    assert prefecture_of("") is None
    assert prefecture_of("990000") is None
