"""The controls of one answer. Nothing is required: half-done is fine for a draft."""

import hashlib

from django import forms

from indicators.cells.reading import LONGEST
from indicators.entry.evidence import ACCEPT, check_file
from indicators.models import Observation
from initiatives.models import Review

NUMBER = "数値"
_STATES = [("", NUMBER), *Observation.ValueState.choices]


class AnswerForm(forms.Form):
    """What figures and reviews share: versions, and the evidence to add.

    `version` is that of the record when the page was made. `seen` is a digest of what
    the controls held then: a row that nobody touched is not saved again.
    """

    FILLED: tuple[str, ...] = ()

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    file = forms.FileField(
        label="根拠のファイルを加える",
        required=False,
        max_length=200,
        validators=[check_file],
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "max_length": "ファイルの名前が長すぎます。200字までにしてください。",
            "empty": "ファイルの中身が空です。ファイルを確かめてください。",
        },
    )
    link = forms.URLField(
        label="根拠のリンクを加える",
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={
            "invalid": "リンクは「https://」で始まるアドレスを入力してください。"
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        if not self.is_bound:
            shown = [str(self.initial.get(name) or "") for name in self.FILLED]
            self.initial["seen"] = _digest(shown)

    @property
    def is_touched(self) -> bool:
        """Whether a control holds another thing than when the page was made."""
        sent = [self._sent(name) for name in self.FILLED]
        return self._sent("seen") != _digest(sent)

    def _sent(self, name):
        value = self.data.get(self.add_prefix(name), "")
        is_box = isinstance(self.fields[name], forms.BooleanField)
        return str(bool(value) or "") if is_box else value


def _digest(texts):
    plain = "\0".join(text.replace("\r\n", "\n").strip() for text in texts)
    digest = hashlib.sha256(plain.encode(errors="surrogatepass")).hexdigest()
    return digest[:16]


class FigureForm(AnswerForm):
    """One figure. `cell` is text and stays as typed: `indicators.cells` reads it."""

    FILLED = (
        "cell",
        "state",
        "provisional",
        "answer",
        "confirmed",
        "break_in_series",
        "note",
        "reason",
        "correction_reason",
    )

    cell = forms.CharField(
        label="実績",
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={"class": "big", "inputmode": "decimal", "autocomplete": "off"}
        ),
    )
    state = forms.ChoiceField(label="値の状態", choices=_STATES, required=False)
    provisional = forms.BooleanField(
        label="速報（あとで確定値を出します）", required=False
    )
    answer = forms.CharField(required=False)
    confirmed = forms.BooleanField(label="この値で正しい", required=False)
    break_in_series = forms.BooleanField(
        label="数え方が変わった（前の年度までと比べられない）", required=False
    )
    note = forms.CharField(label="備考", required=False, max_length=300)
    reason = forms.CharField(
        label="結果の理由と次の一歩",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    correction_reason = forms.CharField(
        label="公開した値を直す理由", required=False, max_length=300
    )


class ReviewForm(AnswerForm):
    """One yearly self-assessment: a rating and words."""

    FILLED = ("rating", "comment")

    rating = forms.ChoiceField(
        label="評価",
        choices=[(code, f"{code}　{word}") for code, word in Review.Rating.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label="担当課のことば",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
