from decimal import Decimal

from indicators.charting.series import WavePoint
from indicators.charting.survey_chart import survey_chart
from tests.indicators.test_charts import NAMES, kinds, lines


def wave(year, percent, margin, kind="past", **flags):
    margin = None if margin is None else Decimal(margin)
    text = f"{percent}%"
    return WavePoint(year, Decimal(percent), text, kind=kind, margin=margin, **flags)


def test_waves_have_error_bars_with_caps_and_a_thin_line_between():
    chart = survey_chart(
        [wave(2023, "30.2", "2.8", "baseline"), wave(2025, "34.5", "2.9", "latest")],
        NAMES,
        cut_text="聞き方の変更",
    )

    assert len(lines(chart, "err")) == 2
    assert len(lines(chart, "real thin")) == 1
    assert kinds(chart) == ["cap", "cap", "baseline", "cap", "cap", "latest"]
    assert [tick["western"] for tick in chart["ticks"]] == ["2023", "2025"]


def test_a_wave_that_cannot_be_compared_stands_apart_without_a_line():
    chart = survey_chart(
        [
            wave(2023, "30.2", "2.8", "baseline"),
            wave(2025, "50", None, "latest", is_cut=True, is_hollow=True),
        ],
        NAMES,
        cut_text="聞き方の変更",
    )

    assert lines(chart, "real thin") == []
    assert len(lines(chart, "cut")) == 1
    assert len(lines(chart, "err")) == 1
    assert "聞き方の変更" in [label["text"] for label in chart["labels"]]
