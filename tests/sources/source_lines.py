"""The content lines of a source document, without what is only layout."""

import html
import re
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "sources"

# Marks that a page replaces by real lists, headings and words.
_BULLETS = re.compile(r"^(?:[-・○●■☆※\s]|\*⁸)+")
_TAG = re.compile(r"<[^>]+>")
_EMOJI = "❤♥💪💬🧑️"


def content_lines(code: str) -> list[str]:
    """Every line, list item and table cell of a document that says something."""
    text = (FOLDER / f"{code}.txt").read_text(encoding="utf-8")
    text = re.sub(r"</?li>|</?ul[^>]*>|<p>|</p>", "\n", text)
    text = re.sub(r"(?<=[\s>])・(?=\S)", "\n・", text)
    pieces = re.split(r"[\n\t]", html.unescape(_TAG.sub("\n", text)))
    lines = (_BULLETS.sub("", piece).strip() for piece in pieces)
    return [line for line in lines if squeezed(line)]


def squeezed(text: str) -> str:
    """A text without blanks, emoji and full-width forms that only layout chose."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(rf"[\s{_EMOJI}]", "", text)


def fragments(line: str) -> list[str]:
    """The parts of a line that blanks, slashes or brackets set apart."""
    return [
        part for part in re.split(r"[\s／【】▶○：＜＞]+|・・・", line) if squeezed(part)
    ]
