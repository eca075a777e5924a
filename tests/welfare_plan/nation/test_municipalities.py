import pytest

from plans.prefectures import PREFECTURES, with_check_digit
from welfare_plan.nation.municipalities import TOTAL, municipalities

_EVERYWHERE = municipalities(TOTAL)


def test_the_whole_nation_has_as_many_as_there_are_in_each_prefecture():
    for prefecture in PREFECTURES:
        here = [each for each in _EVERYWHERE if each.prefecture == prefecture]

        assert len(here) == prefecture.municipalities


def test_each_has_a_name_and_a_code_of_its_own():
    assert len({each.name for each in _EVERYWHERE}) == 1741
    assert len({each.code for each in _EVERYWHERE}) == 1741


def test_no_name_and_no_code_can_be_that_of_a_real_municipality():
    """Real ones have 100 to 799 in the middle of their code."""
    for each in _EVERYWHERE:
        assert each.name.startswith("サンプル")
        assert int(each.code[2:5]) > 800
        assert each.code == with_check_digit(each.code[:5])
        assert each.code[:2] == each.prefecture.code


def test_a_small_nation_is_a_part_of_the_large_one_from_all_over_the_country():
    small = municipalities(47)

    assert set(small) < set(_EVERYWHERE)
    assert len({each.prefecture for each in small}) > 25


@pytest.mark.parametrize("wanted", [0, 1742])
def test_a_nation_of_no_such_size_is_refused(wanted):
    with pytest.raises(ValueError, match="1から1,741まで"):
        municipalities(wanted)
