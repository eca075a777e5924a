"""Words of the council's pack: limits, what moved since last year. Pure."""

from decimal import Decimal

from indicators.figures import number_text
from indicators.progress_values import Settings, Terms
from indicators.units import split_unit
from plans.fiscal_year import era_text, short_text


def limits_text(*used: Settings) -> str:
    """The limits of the judgements, for the foot of a sheet; all that were used."""
    pairs = dict.fromkeys((each.k_on, each.k_slight) for each in used)
    said = "、または".join(
        f"{_percent(on)}（順調）と{_percent(slight)}（やや遅れ）"
        for on, slight in pairs
    )
    why = "公表した時期により、" if len(pairs) > 1 else ""
    return f"判定の境目は、{why}目安までの変化の{said}です。"


def moved_text(terms: Terms, year: int, before: Decimal, now: Decimal) -> str:
    """「令和6年度の931人から9人増えました。」; both values in the unit of the year."""
    unit = split_unit(terms.unit_in(year))[0]
    start = f"{era_text(year - 1)}の{number_text(before, terms.decimals)}{unit}"
    if now == before:
        return f"{start}と同じです。"
    amount = number_text(abs(now - before), terms.decimals)
    points = "ポイント" if unit == "%" else unit
    return f"{start}から{amount}{points}{'増え' if now > before else '減り'}ました。"


def legend_text(year: int) -> str:
    """The short form of years, explained once a sheet."""
    return f"{short_text(year)}は{era_text(year)}（{year}年度）の略です。"


def _percent(share):
    return f"{number_text(share * 100, 1).removesuffix('.0')}%"
