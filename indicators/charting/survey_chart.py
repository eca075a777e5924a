"""The waves of one survey answer with their error bars, as ready places. Pure."""

from collections.abc import Sequence

from indicators.charting.labels import Label, Spot, place_labels
from indicators.charting.line_labels import cut_spots
from indicators.charting.scale import AXIS, CUT_TOP, HEIGHT, Scale, percent
from indicators.charting.series import WavePoint
from indicators.charting.shapes import Line, Mark


def survey_chart(
    waves: Sequence[WavePoint], year_names: dict[int, str], *, cut_text: str
) -> dict:
    """Lines, marks and labels of the waves, in the order of their years."""
    ends = [value for wave in waves for value in _ends(wave)]
    scale = Scale([wave.year for wave in waves], ends, left=14, right=86)
    lines = _lines(waves, scale)
    marks = [each for wave in waves for each in _marks(wave, scale)]
    words = [*_words(waves, scale), *_cuts(waves, scale, cut_text)]
    return {
        "height": str(HEIGHT),
        "axis": str(AXIS),
        "starts_at_zero": scale.starts_at_zero,
        "ticks": [_tick(wave.year, scale, year_names) for wave in waves],
        "lines": [each.drawn() for each in lines],
        "marks": [each.drawn() for each in marks],
        "labels": place_labels(words, lines, marks),
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
            x = _between(one, two, scale)
            found.append(Line("cut", x, CUT_TOP, x, AXIS))
        else:
            ends = [scale.place(wave.year, wave.value) for wave in (one, two)]
            found.append(Line.between("real thin", *ends))
    for wave in waves:
        if wave.margin is not None:
            ends = [scale.place(wave.year, value) for value in _ends(wave)]
            found.append(Line.between("err", *ends))
    return found


def _between(one, two, scale):
    return (scale.x(one.year) + scale.x(two.year)) / 2


def _marks(wave, scale):
    kind = f"{wave.kind} hollow" if wave.is_hollow else wave.kind
    own = Mark(kind, *scale.place(wave.year, wave.value))
    if wave.margin is None:
        return [own]
    caps = [Mark("cap", *scale.place(wave.year, value)) for value in _ends(wave)]
    return [*caps, own]


def _words(waves, scale):
    """The shares, above their bars or beside their marks, the newest first."""
    found = []
    for wave in reversed(waves):
        x, (low, high) = scale.x(wave.year), _ends(wave)
        spots = (
            Spot(x, scale.y(high) - 13),
            Spot(x, scale.y(low) + 25),
            Spot(x, scale.y(wave.value) + 5, "start", 14),
            Spot(x, scale.y(wave.value) + 5, "end", -14),
        )
        found.append(Label(wave.text, spots, "now" if wave.kind == "latest" else "b"))
    return found


def _cuts(waves, scale, text):
    return [
        Label(text, cut_spots(_between(one, two, scale)))
        for one, two in zip(waves, waves[1:], strict=False)
        if two.is_cut
    ]
