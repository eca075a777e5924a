"""The words of a target's line chart: labels, the summary in its title, the caption."""

from decimal import Decimal

from indicators.charting.series import Goal, Point, Series
from indicators.figures import number_text, year_text
from indicators.following import FollowedTarget
from plans.fiscal_year import era_text

CUT = "数え方の変更"


class ChartWords:
    """Words for the figures of one target, each with its unit."""

    def __init__(self, target: FollowedTarget):
        self.terms = target.terms
        unit = target.values["goal_unit"] or target.values["baseline_unit"]
        self.unit = unit
        self.path = "見込み" if self.terms.mode == "monitor" else "目安"

    def figure(self, value: Decimal) -> str:
        return f"{number_text(value, self.terms.decimals)}{self.unit}"

    def expected(self, value: Decimal) -> str:
        """An expected value with the decimals in which it was printed."""
        places = max(-value.as_tuple().exponent, 0)
        return f"{number_text(value, places)}{self.unit}"

    def goal(self, goal: Goal) -> str:
        """What a goal is called where it is one of several, or a level to keep."""
        if self.terms.mode == "monitor":
            return "見込み"
        if self.terms.is_kept_in(goal.first):
            return "保つ水準"
        if len(self.terms.goals) == 1:
            return "目標"
        return "見直した目標" if goal.is_in_force else "見直す前の目標"

    def summary(self, series: Series) -> str:
        """The numbers of the chart in words, for those who do not see it."""
        parts = ["折れ線グラフ。", "、".join(map(self._point, series.points)), "。"]
        if series.marked:
            figure = self.expected(series.marked.value)
            parts.append(self._of_year(series.marked.year, self.path, figure))
        for each in series.interim:
            figure = self.figure(each.value)
            parts.append(self._of_year(each.year, "中間の目標", figure))
        for each in series.goals:
            figure = self.figure(each.value)
            if each.has_year:
                year = f"{era_text(each.last)}の" if each.is_in_force else ""
                parts.append(f"{year}{self.goal(each)}は{figure}。")
            else:
                parts.append(f"{self.goal(each)}は{figure}（{year_text(None)}）。")
        return "".join(parts)

    def _point(self, point: Point):
        mark = "（基準値）" if point.kind == "baseline" else ""
        mark = "（速報）" if point.is_hollow else mark
        return f"{era_text(point.year)}{self.figure(point.value)}{mark}"

    def _of_year(self, year, word, figure):
        return f"{era_text(year)}の{word}は{figure}。"

    def caption(self, series: Series, *, starts_at_zero: bool) -> str:
        parts = ["実線は実績"] if len(series.points) > 1 else []
        if series.path:
            way = "中間の目標を通る" if series.interim else "同じ歩幅で進んだ場合"
            parts.append(f"点線は{self.path}（{way}）")
        if series.goals:
            parts.append(f"破線は{_level(series.goals[-1])}")
        texts = [f"{'、'.join(parts)}。"] if parts else []
        if any(point.is_hollow for point in series.points):
            texts.append("中が白いひし形や丸は速報。")
        percent = "%" if self.unit == "%" else ""
        zero = "始まります" if starts_at_zero else "始まりません"
        return "".join([*texts, f"縦軸は0{percent}から{zero}。"])


def _level(goal):
    if goal.is_aim:
        return "目標"
    year = f"{era_text(goal.last)}の" if goal.has_year else ""
    return f"{year}見込み（めざす値ではありません）"
