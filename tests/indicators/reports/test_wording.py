from decimal import Decimal

import pytest

from indicators.progress_values import Goal, Settings, Terms
from indicators.reports.wording import limits_text, moved_text


@pytest.mark.parametrize(
    ("before", "now", "unit", "decimals", "text"),
    [
        ("931", "940", "人／年", 0, "令和6年度の931人から9人増えました。"),
        ("130200", "128000", "人", 0, "令和6年度の130,200人から2,200人減りました。"),
        ("14.8", "20", "%", 1, "令和6年度の14.8%から5.2ポイント増えました。"),
        ("12", "12", "回", 0, "令和6年度の12回と同じです。"),
    ],
    ids=["more", "less", "points", "same"],
)
def test_a_movement_is_said_in_words_without_a_sign(before, now, unit, decimals, text):
    terms = Terms(goals=(Goal(Decimal(100), 2030, unit),), decimals=decimals)

    assert moved_text(terms, 2025, Decimal(before), Decimal(now)) == text


def test_the_limits_are_those_of_the_plan():
    own = Settings(k_on=Decimal("0.9"), k_slight=Decimal("0.525"))

    assert limits_text(own) == (
        "判定の境目は、目安までの変化の90%（順調）と52.5%（やや遅れ）です。"
    )


def test_limits_that_differ_are_all_named_once():
    first, other = Settings(), Settings(k_on=Decimal("0.9"), k_slight=Decimal("0.5"))

    assert limits_text(first, other, first) == (
        "判定の境目は、公表した時期により、目安までの変化の"
        "95%（順調）と60%（やや遅れ）、または90%（順調）と50%（やや遅れ）です。"
    )
