"""A judgement in words: its reason in one sentence, its sum step by step.

Pure: takes the result of `indicators.progress.judge`, gives texts. Differences are
taken between printed figures, so that a reader who checks the sum finds it right.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from indicators.figures import MINUS, number_text
from indicators.judgement_labels import STATE_WORDS, WHY_NOT_ASSESSABLE
from indicators.progress_values import Judgement, Status, Terms
from indicators.units import split_unit
from plans.fiscal_year import era_text


def expected_text(result: Judgement, terms: Terms) -> str:
    """The expected value as printed: one decimal more, end zeros dropped, no unit."""
    if result.expected is None:
        return ""
    return _trimmed(_rounded(result.expected, terms.decimals + 1))


def actual_unit(terms: Terms, year: int) -> str:
    """The unit behind an actual value of a year; says so where it is in doubt.

    Nobody asks after the unit of what a plan only watches.
    """
    in_doubt = terms.mode != "monitor" and terms.has_unit_in_doubt(year)
    return "（単位は確認中）" if in_doubt else terms.unit_in(year)


def percent_text(share: Fraction, *, achieved: bool) -> str:
    """18.4%; half up, away from zero; 100.0% is printed for an achieved goal alone."""
    rounded = _rounded(share * 100, 1)
    if not achieved and rounded >= 100:
        rounded = Decimal("99.9")
    return f"{number_text(rounded, 1)}%"


def reason_of(result: Judgement, terms: Terms) -> str:
    """Why the status is what it is, in one Japanese sentence with its figures."""
    return _Words(result, terms).reason()


def steps_of(result: Judgement, terms: Terms, settings) -> list[dict]:
    """The sum behind a judgement on the way to a goal: title and calculation a step.

    Empty where nothing was reckoned with.
    """
    return _Words(result, terms).steps(settings)


class _Words:
    def __init__(self, result, terms):
        self.result, self.terms = result, terms
        self.unit = split_unit(result.goal.unit or terms.baseline_unit)[0]
        self.difference_unit = "ポイント" if self.unit == "%" else self.unit

    def number(self, value):
        return f"{number_text(Decimal(value), self.terms.decimals)}{self.unit}"

    def expected(self):
        return f"{expected_text(self.result, self.terms)}{self.unit}"

    @property
    def year(self):
        return era_text(self.result.year)

    def compared(self, other: Decimal):
        """20人下回る, from the printed value to a printed figure."""
        difference = _printed(self.result.value, self.terms.decimals) - other
        if difference == 0:
            return "同じ"
        amount = _trimmed(abs(difference))
        verb = "上回る" if difference > 0 else "下回る"
        return f"{amount}{self.difference_unit}{verb}"

    def reason(self):
        status, result = self.result.status, self.result
        if status in _FIXED:
            return _FIXED[status]
        if status == Status.NOT_ASSESSABLE:
            return WHY_NOT_ASSESSABLE[result.why][1]
        if status == Status.NOT_REPORTED:
            return f"{self.year}の実績は、まだこのサイトに登録されていません。"
        if status == Status.NOT_DUE:
            return f"{self.year}は、まだ終わっていません。"
        if status == Status.COLLECTING:
            return f"{self.year}の実績は、集計中です。"
        if status == Status.BASELINE_YEAR:
            return self.about_baseline_year()
        if status == Status.MONITOR:
            return self.about_monitor()
        if result.expected is not None and status in _ON_THE_WAY:
            return self.against_expected()
        return self.against_goal()

    def about_baseline_year(self):
        base = era_text(self.terms.baseline_year)
        if self.result.year < self.terms.baseline_year:
            return f"出発点の{base}より前の年度です。"
        return f"{base}は出発点の年度です（{self.number(self.terms.baseline)}）。"

    def about_monitor(self):
        words = "多いほど良いとは限らないため、増減の良し悪しは判定しません。"
        if self.result.why:
            state = STATE_WORDS[self.result.why]
            return f"{self.year}の実績は「{state}」です。{words}"
        if self.result.value is None:
            return words
        return f"{self.year}の実績は{self.number(self.result.value)}でした。{words}"

    def against_expected(self):
        result = self.result
        printed = _rounded(result.expected, self.terms.decimals + 1)
        text = (
            f"{self.year}の目安{self.expected()}に対し"
            f"実績{self.number(result.value)}（{self.compared(printed)}）"
        )
        is_lenient = self.is_short_of(printed) or result.progress == 0
        if result.status == Status.ON_TRACK and is_lenient:
            line = self.number(_decimal(result.line_on))
            side = "から" if self.is_rising else "まで"
            text += f"。順調の範囲内です（順調は{line}{side}）"
        if result.status == Status.REGRESSED:
            text += f"。出発点の{self.number(self.terms.baseline)}より悪くなっています"
        return f"{text}。"

    def is_short_of(self, printed):
        """Whether the value is on the bad side of the printed expected value."""
        value = _printed(self.result.value, self.terms.decimals)
        return value < printed if self.is_rising else value > printed

    @property
    def is_rising(self):
        return self.result.goal.value > self.terms.baseline

    def against_goal(self):
        result = self.result
        goal = _printed(result.goal.value, self.terms.decimals)
        comparison = self.compared(goal)
        year = f"{era_text(result.goal.year)}の" if result.goal.year else ""
        if result.status == Status.NO_BASELINE:
            return (
                f"目標{self.number(goal)}に対し実績{self.number(result.value)}"
                f"（{comparison}）。出発点の値がないため、進み方は計算できません。"
            )
        ending = {
            Status.ACHIEVED: "目標に達しました。",
            Status.MAINTAINED: "目標の水準を保っています。",
            Status.NOT_MAINTAINED: "目標の水準を保てていません。",
            Status.NOT_ACHIEVED: "目標に届きませんでした。",
        }[result.status]
        return (
            f"{year}目標{self.number(goal)}に対し{self.year}の実績"
            f"{self.number(result.value)}（{comparison}）。{ending}"
        )

    def steps(self, settings):
        result, terms = self.result, self.terms
        if result.progress is None:
            return []
        b, g = number_text(terms.baseline, terms.decimals), self.goal_number()
        v = number_text(result.value, terms.decimals)
        share = percent_text(result.progress, achieved=result.status == Status.ACHIEVED)
        steps = [
            {
                "title": "進捗率：出発点から目標までの、どこまで進んだか",
                "sum": f"（{v} {MINUS} {b}）÷（{g} {MINUS} {b}）＝ {share}",
            },
            self.expected_step(b, g),
        ]
        if result.status in _ON_THE_WAY:
            steps += self.line_steps(settings)
        return steps

    def goal_number(self):
        return number_text(self.result.goal.value, self.terms.decimals)

    def expected_step(self, b, g):
        result, terms = self.result, self.terms
        start, end = terms.baseline_year, result.goal.year
        title = f"目安：同じ歩幅で進んだときの{self.year}の値"
        printed = expected_text(result, terms)
        if any(start < year < end for year in terms.milestones):
            return {"title": f"{title}（中間の目標を通る）", "sum": printed}
        if result.year >= end:
            when = "目標年度を過ぎた" if result.year > end else "目標年度な"
            return {"title": f"目安：{when}ので目標値", "sum": g}
        passed, whole = result.year - start, end - start
        return {
            "title": title,
            "sum": f"{b} ＋（{g} {MINUS} {b}）× {passed} ÷ {whole} ＝ {printed}",
        }

    def line_steps(self, settings):
        result = self.result
        side = "以上" if self.is_rising else "以下"
        dips = (result.expected - Fraction(self.terms.baseline)) * (
            1 if self.is_rising else -1
        ) < 0
        lines = (
            ("順調", settings.k_on, result.line_on),
            ("やや遅れ", settings.k_slight, result.line_slight),
        )
        return [
            {
                "title": f"{word}の線：{_share_text(share, dips)}（端数は緩いほうへ）",
                "sum": f"{self.number(_decimal(line))}{side}",
            }
            for word, share, line in lines
        ]


_ON_THE_WAY = {
    Status.ON_TRACK,
    Status.SLIGHTLY_BEHIND,
    Status.BEHIND,
    Status.REGRESSED,
}

_FIXED = {
    Status.GOAL_STATEMENT: "言葉による目標のため、数値では判定しません。",
    Status.GOAL_UNDECIDED: "目標の数値が決まっていないため、判定できません。",
    Status.UNIT_CHECK: (
        "基準値と目標値の単位が違うため、発行者に確かめるまで判定しません。"
    ),
    Status.DISCONTINUED: "事業が終わったため、判定しません。",
    Status.NOT_COMPARABLE: (
        "数え方が変わり、出発点の値と比べられないため、判定しません。"
    ),
}


def _share_text(share, dips):
    """From which part of the path a line is drawn; a planned dip is the path itself."""
    if dips:
        return "目安そのもの"
    return f"目安までの変化の{_trimmed(Decimal(share) * 100)}%"


def _rounded(value: Fraction, decimals: int) -> Decimal:
    """Half up, away from zero, exactly: no float and no Decimal division between."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)


def _decimal(value: Fraction) -> Decimal:
    """A fraction with a finite decimal form, as a Decimal."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _printed(value: Decimal, decimals: int) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _trimmed(value: Decimal) -> str:
    """6,805.7 or 960: separators, and no zeros at the end of the decimals."""
    exponent = -value.as_tuple().exponent
    text = number_text(value, max(exponent, 0))
    return text.rstrip("0").rstrip(".") if "." in text else text
