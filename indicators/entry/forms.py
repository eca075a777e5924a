"""The controls of one answer. Nothing is required: half-done is fine for a draft."""

import hashlib

from django import forms

from indicators.entry.evidence import (
    ACCEPT,
    NO_ADDRESS,
    check_file,
    check_link,
)
from indicators.entry.prose import ProseField, check_cell_length
from indicators.models import Observation
from initiatives.models import Review

NUMBER = "数値"
# Characters: as many as the database keeps of a line, and what a visitor still reads.
_LINE, _TEXT = 300, 4_000
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
        assume_scheme="https",
        validators=[check_link],
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": NO_ADDRESS},
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

    @property
    def has_evidence(self) -> bool:
        """Whether a valid form holds a file or a link to be added."""
        return bool(self.cleaned_data.get("file") or self.cleaned_data.get("link"))

    @property
    def removed(self) -> set[int]:
        """The keys of the evidence that is ticked to be taken away."""
        ticked = self.data.getlist(self.add_prefix("remove")) if self.is_bound else ()
        return keys_among(ticked)

    def _sent(self, name):
        value = self.data.get(self.add_prefix(name), "")
        is_box = isinstance(self.fields[name], forms.BooleanField)
        return str(bool(value) or "") if is_box else value


def keys_among(texts) -> set[int]:
    """What can be keys of records; a forged address or form may say anything."""
    return {int(t) for t in texts if t.isascii() and t.isdecimal() and len(t) < 19}


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
        validators=[check_cell_length],
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
    note = ProseField(label="備考", longest=_LINE)
    reason = ProseField(
        label="結果の理由と次の一歩",
        longest=_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    correction_reason = ProseField(label="公開した値を直す理由", longest=_LINE)


class ReviewForm(AnswerForm):
    """One yearly self-assessment: a rating and words."""

    FILLED = ("rating", "comment")

    rating = forms.ChoiceField(
        label="評価",
        choices=[(code, f"{code}　{word}") for code, word in Review.Rating.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    comment = ProseField(
        label="担当課のことば",
        longest=_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
