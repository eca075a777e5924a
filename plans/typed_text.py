"""What people type into a cell, before anyone reads it: its one form, what spoils it.

Pure. The readers of numbers (`indicators.cells`) and of years (`written_years`) start
here, so that both refuse the same rubbish and both speak in the same way.
"""

import re
import unicodedata
from dataclasses import dataclass

KANJI_DIGITS = "一二三四五六七八九十零壱弐参拾"

# Zero-width characters come with text copied from a web page and mean nothing.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
# NFKC would turn … into three full stops; ⋯ keeps its form.
_ELLIPSES = str.maketrans({"…": "⋯", "‥": "⋯"})
_LONGEST_QUOTE = 20
# Marks that make what follows be shown from right to left: fdp.exe as exe.pdf.
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@dataclass(frozen=True)
class Doubt:
    """Something odd but possible. `asks`: the person confirms it before it is saved."""

    code: str
    sentence: str
    asks: bool = True


class TypedTextError(ValueError):
    """What cannot be taken: `why` not, and the `fix`, each a Japanese sentence."""

    def __init__(self, code: str, why: str, fix: str):
        super().__init__(f"{why}{fix}")
        self.code, self.why, self.fix = code, why, fix

    @property
    def sentence(self) -> str:
        return f"{self.why}{self.fix}"


def one_form(text: str) -> str:
    """NFKC, every run of blanks one space, none at the ends, … as ⋯."""
    plain = text.translate(_INVISIBLE).translate(_ELLIPSES)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", plain)).strip()


def is_blank(text: str) -> bool:
    return not text.translate(_INVISIBLE).strip()


def quoted(text: str) -> str:
    """「…」 around what was typed, cut short so that a sentence stays one."""
    shown = " ".join(text.split())
    if len(shown) > _LONGEST_QUOTE:
        shown = f"{shown[:_LONGEST_QUOTE]}…"
    return f"「{shown}」"


def refuse_rubbish(text: str, *, error=TypedTextError) -> None:
    """Refuse what must not reach NFKC: control characters, two cells in one, ①."""
    plain = text.translate(_INVISIBLE).strip()
    if "\t" in plain or len(plain.splitlines()) > 1:
        raise error(
            "several_lines",
            "セルの中に改行かタブがあります。",
            "1つのセルには1つの値だけを入れてください。",
        )
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") for c in plain):
        raise error(
            "hidden_character",
            "目に見えない文字か、文字化けした文字が入っています。",
            "いちど消して、打ち直してください。",
        )
    for character in plain:
        if _is_disguised_digit(character):
            raise error(
                "disguised_digit",
                f"{quoted(character)}のような、囲み数字や小さな数字は読めません。",
                "ふつうの数字で、1つの数だけを書いてください。",
            )


def has_hidden_characters(text: str) -> bool:
    """Whether words hold controls (no line breaks or tabs) or turn their direction."""
    return any(_is_hidden(character) for character in text)


def _is_hidden(character: str) -> bool:
    is_control = unicodedata.category(character) in ("Cc", "Cs")
    is_turning = unicodedata.bidirectional(character) in _TURNING
    return is_turning or (is_control and character not in "\t\r\n")


def _is_disguised_digit(character: str) -> bool:
    """Whether NFKC would make a plain digit of ①, ⑴, ½ or ₂ (but not of ㎡ or ５)."""
    if unicodedata.category(character) == "Nd":
        return False
    normal = unicodedata.normalize("NFKC", character)
    is_number = unicodedata.category(character) == "No"
    return bool(re.search("[0-9]", normal if is_number else normal[:1]))
