"""The words of any judgement: always there, and true to their own figures."""

import re
from fractions import Fraction

from hypothesis import given

from indicators.judgement_labels import label_of
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.progress import judge
from tests.indicators.any_target import any_case, any_path, any_settings, values
from tests.indicators.judging import judged, row

NUMBER = r"(−?[\d,]+(?:\.\d+)?)"
AGAINST_PATH = re.compile(
    rf"目安{NUMBER}人に対し実績{NUMBER}人（(?:{NUMBER}人(上回る|下回る)|同じ)）"
)
LINE = re.compile(rf"順調の範囲内です（順調は{NUMBER}人")


def read(text):
    return Fraction(text.replace("−", "-").replace(",", ""))


@given(any_case())
def test_every_judgement_has_a_label_and_a_reason(case):
    target, rows, rest = case
    result = judge(target, rows, **rest)

    label, reason = label_of(result, target), reason_of(result, target)

    assert label.word
    assert label.symbol
    assert reason.endswith("。")
    assert "None" not in label.word + reason


@given(any_case())
def test_steps_are_given_wherever_a_percent_is(case):
    target, rows, rest = case
    result = judge(target, rows, **rest)

    steps = steps_of(result, target, rest["settings"])

    assert bool(steps) == (result.progress is not None)
    assert all(step["title"] and step["sum"] for step in steps)
    assert bool(expected_text(result, target)) == (result.expected is not None)


@given(any_case())
def test_a_minus_is_never_a_hyphen_and_zero_has_none(case):
    target, rows, rest = case
    result = judge(target, rows, **rest)

    texts = [reason_of(result, target), expected_text(result, target)]
    texts += [step["sum"] for step in steps_of(result, target, rest["settings"])]

    assert "-" not in "".join(texts)
    assert not any(re.search(r"−0(\.0+)?(?![\d.,])", text) for text in texts)


@given(any_path(), any_settings(), values(1, limit=10**6))
def test_a_reason_adds_up_and_names_the_line_of_a_shortfall(path, settings, actual):
    target, year = path
    actual = actual.quantize(target.baseline)
    result = judged(target, row(actual), year=year, settings=settings)
    rising = result.goal.value > target.baseline

    reason = reason_of(result, target)

    figures = AGAINST_PATH.search(reason)
    assert (figures is None) == (result.status in {"achieved", "not_achieved"})
    if figures:
        expected, printed, difference, verb = figures.groups()
        gain = read(printed) - read(expected)
        assert read(printed) == actual
        assert gain == {"上回る": 1, "下回る": -1, None: 0}[verb] * read(
            difference or "0"
        )
        is_short = gain < 0 if rising else gain > 0
        is_lenient = is_short or actual == target.baseline
        line = LINE.search(reason)
        assert bool(line) == (result.status == "on_track" and is_lenient)
        assert line is None or read(line[1]) == result.line_on
