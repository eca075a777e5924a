"""The waves of one survey indicator: standing, figures, chart and table as texts."""

from indicators.charting.series import WavePoint
from indicators.charting.survey_chart import survey_chart
from indicators.figures import number_text, year_text
from indicators.survey_words import (
    change_text,
    finding_text,
    label_of,
    next_wave_text,
    own_margin,
    percent_text,
    points_text,
    reason_text,
    reference_text,
)
from indicators.surveys import AskedWave, FollowedSurvey
from plans.fiscal_year import era_text, long_text, short_text

_UNKNOWN = "記載なし"
_CUT = "聞き方の変更"


def wave_texts(survey: FollowedSurvey) -> dict:
    """All of the page that depends on the waves; the newest one is judged."""
    later = survey.later()
    latest = later[-1].wave if later else None
    baseline, change = survey.baseline, survey.change(latest)
    decimals = survey.values["decimals"]
    label = label_of(change, baseline, latest)
    return {
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
        "reason": reason_text(baseline, latest, change, decimals),
        "reference": reference_text(baseline, latest, change, survey.assumed_n),
        "next_wave": _next_wave(survey, baseline) if latest is None else "",
        "finding": finding_text(latest, change),
        "figures": _figures(survey, latest, change),
        "chart": _chart(survey, later),
        "rows": _rows(survey, later),
        "legend": _legend(_waves(survey, later)),
        "has_assumed": any(wave.n is None for wave in _waves(survey, later)),
        "assumed_n": f"{survey.assumed_n:,}",
    }


def _legend(waves):
    """R5は令和5年度（2023年度）, which explains the short form of years."""
    year = next((wave.fiscal_year for wave in waves if wave.fiscal_year), None)
    return f"{short_text(year)}は{long_text(year)}" if year else ""


def _next_wave(survey, baseline):
    if baseline is None:
        return ""
    return next_wave_text(
        baseline, assumed_n=survey.assumed_n, decimals=survey.values["decimals"]
    )


def _waves(survey, later):
    """The baseline, where it is printed, and the waves after it."""
    start = [survey.baseline] if survey.baseline else []
    return [*start, *(each.wave for each in later)]


def _figures(survey, latest, change):
    values, rows = survey.values, []
    if latest:
        label = f"{era_text(latest.fiscal_year)}の結果"
        rows.append(_figure(label, percent_text(latest.percent, values["decimals"])))
        rows[0]["css"] = "fig-lg"
    baseline = "原典に記載なし"
    if survey.baseline:
        baseline = percent_text(survey.baseline.percent, values["decimals"])
    label = f"基準値（{year_text(values['baseline_fiscal_year'])}）"
    rows.append(_figure(label, baseline))
    if change.margin_squared is not None:
        points = points_text(change.points, values["decimals"])
        rows.append(_figure("基準値からの変化", points))
    return rows


def _figure(label, value):
    return {"label": label, "value": value, "css": ""}


def _chart(survey, later):
    """The waves with their error bars; one point alone makes no chart."""
    waves = [wave for wave in _waves(survey, later) if wave.fiscal_year]
    if len(waves) < 2:
        return None
    points = [_point(survey, wave, is_last=wave is waves[-1]) for wave in waves]
    names = {wave.fiscal_year: short_text(wave.fiscal_year) for wave in waves}
    chart = survey_chart(points, names, cut_text=_CUT)
    zero = "始まります" if chart["starts_at_zero"] else "始まりません"
    return {
        **chart,
        "summary": _summary(survey, waves),
        "caption": (
            "縦の棒は、その調査の誤差の範囲（95%）です。"
            f"縦軸は0%から{zero}。同じ数を下の表に示します。"
        ),
    }


def _point(survey, wave, *, is_last):
    is_start = wave is survey.baseline or wave == survey.baseline
    kind = "latest" if is_last else "past"
    return WavePoint(
        year=wave.fiscal_year,
        value=wave.percent,
        text=percent_text(wave.percent, survey.values["decimals"]),
        kind="baseline" if is_start else kind,
        is_hollow=wave.self_selected and not is_start,
        is_cut=not wave.comparable or (wave.self_selected and not is_start),
        margin=own_margin(wave, survey.assumed_n),
    )


def _summary(survey, waves):
    decimals = survey.values["decimals"]
    texts = [
        f"{era_text(wave.fiscal_year)}は{percent_text(wave.percent, decimals)}"
        f"{_range_text(survey, wave, decimals)}"
        for wave in waves
    ]
    return f"調査ごとの割合の図。{'、'.join(texts)}。"


def _range_text(survey, wave, decimals):
    margin = own_margin(wave, survey.assumed_n)
    if margin is None:
        return ""
    return f"（誤差の範囲は±{number_text(margin, decimals)}ポイント）"


def _rows(survey, later):
    """One row a wave, the baseline first, as it was asked and how it compares."""
    rows = []
    if survey.baseline and survey.baseline.fiscal_year:
        start = survey.start or AskedWave(survey.baseline.fiscal_year, None)
        rows.append(
            {**_row(survey, start, survey.baseline), "chip": None, "change": "基準値"}
        )
    return [*rows, *(_later_row(survey, asked) for asked in later)]


def _later_row(survey, asked):
    baseline, change = survey.baseline, survey.change(asked.wave)
    label = label_of(change, baseline, asked.wave)
    compared = ""
    if baseline:
        decimals = survey.values["decimals"]
        compared = change_text(baseline, asked.wave, change, decimals)
    return {
        **_row(survey, asked, asked.wave),
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
        "change": compared,
    }


def _row(survey, asked, wave):
    decimals = survey.values["decimals"]
    margin = own_margin(wave, survey.assumed_n)
    assumed = "（参考）" if wave.n is None and margin is not None else ""
    return {
        "year": short_text(wave.fiscal_year),
        "western": str(wave.fiscal_year),
        "percent": percent_text(wave.percent, decimals),
        "margin": "―"
        if margin is None
        else f"±{number_text(margin, decimals)}ポイント{assumed}",
        "n": _UNKNOWN if wave.n is None else f"{wave.n:,}人",
        "sent": "" if asked.sent is None else f"配布{asked.sent:,}人",
        "method": asked.method or _UNKNOWN,
        "is_open": wave.self_selected,
    }
