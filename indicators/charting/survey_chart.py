"""The waves of one survey answer with their error bars, as ready places. Pure."""

from collections.abc import Sequence

from indicators.charting.labels import Label, Spot, place_labels
from indicators.charting.scale import (
    AXIS,
    CUT_TOP,
    HEIGHT,
    Scale,
    line,
    percent,
    pixels,
)
from indicators.charting.series import WavePoint
from indicators.charting.shapes import mark


def survey_chart(
    waves: Sequence[WavePoint], year_names: dict[int, str], *, cut_text: str
) -> dict:
    """Lines, marks and labels of the waves, in the order of their years."""
    ends = [value for wave in waves for value in _ends(wave)]
    scale = Scale([wave.year for wave in waves], ends, left=14, right=86)
    return {
        "height": str(HEIGHT),
        "axis": str(AXIS),
        "starts_at_zero": scale.starts_at_zero,
        "ticks": [_tick(wave.year, scale, year_names) for wave in waves],
        "lines": _lines(waves, scale),
        "marks": [each for wave in waves for each in _marks(wave, scale)],
        "labels": place_labels(
            [*_words(waves, scale), *_cuts(waves, scale, cut_text)],
            [(scale.x(wave.year), scale.y(wave.value)) for wave in waves],
        ),
    }


def _ends(wave):
    """The lower and the upper end of the error bar; a share stays within 0 and 100."""
    margin = wave.margin or 0
    return max(wave.value - margin, 0), min(wave.value + margin, 100)


def _tick(year, scale, year_names):
    return {
        "x": percent(scale.x(year)),
        "label": year_names[year],
        "western": str(year),
        "css": "b",
    }


def _lines(waves, scale):
    found = []
    for one, two in zip(waves, waves[1:], strict=False):
        if two.is_cut:
            x = percent(_between(one, two, scale))
            found.append(line("cut", (x, pixels(CUT_TOP)), (x, pixels(AXIS))))
        else:
            ends = [scale.place(wave.year, wave.value) for wave in (one, two)]
            found.append(line("real thin", *ends))
    for wave in waves:
        if wave.margin is not None:
            ends = [scale.place(wave.year, value) for value in _ends(wave)]
            found.append(line("err", *ends))
    return found


def _between(one, two, scale):
    return (scale.x(one.year) + scale.x(two.year)) / 2


def _marks(wave, scale):
    kind = f"{wave.kind} hollow" if wave.is_hollow else wave.kind
    own = mark(kind, *scale.place(wave.year, wave.value))
    if wave.margin is None:
        return [own]
    caps = [mark("cap", *scale.place(wave.year, value)) for value in _ends(wave)]
    return [*caps, own]


def _words(waves, scale):
    """The shares, above their bars, the newest first."""
    found = []
    for wave in reversed(waves):
        x, (low, high) = scale.x(wave.year), _ends(wave)
        spots = (Spot(x, scale.y(high) - 13), Spot(x, scale.y(low) + 25))
        found.append(Label(wave.text, spots, "now" if wave.kind == "latest" else "b"))
    return found


def _cuts(waves, scale, text):
    return [
        Label(text, (Spot(_between(one, two, scale), CUT_TOP - 6),))
        for one, two in zip(waves, waves[1:], strict=False)
        if two.is_cut
    ]
