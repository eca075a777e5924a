"""Boxes for words that visitors will read, and how long a text may be."""

from django import forms
from django.core.exceptions import ValidationError

from indicators.cells import CellError
from indicators.cells.reading import refuse_too_long
from plans.typed_text import has_hidden_characters


class ProseField(forms.CharField):
    """Words of a length that can be read, without characters that nobody sees.

    The limit is no attribute of the box: a browser would cut what is pasted and say
    nothing. Line breaks are stored as one character.
    """

    def __init__(self, *, longest: int, **options):
        super().__init__(required=False, **options)
        self.longest = longest

    def to_python(self, value):
        text = super().to_python(value).replace("\r\n", "\n")
        if has_hidden_characters(text):
            raise ValidationError(
                "目に見えない文字が入っています。いちど消して、打ち直してください。"
            )
        if len(text) > self.longest:
            raise ValidationError(
                f"{self.longest:,}字までにしてください（いまは{len(text):,}字です）。"
            )
        return text


def check_cell_length(text: str) -> None:
    """Refuse what the database cannot keep as typed; the rest may stay unread."""
    try:
        refuse_too_long(text)
    except CellError as error:
        raise ValidationError(error.sentence) from error
