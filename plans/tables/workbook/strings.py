"""Texts of a workbook, without the readings (furigana) that Excel keeps beside them."""

import re

from plans.tables.guards import unguarded
from plans.tables.values import FileError
from plans.tables.workbook.markup import parse
from plans.tables.workbook.text import unescaped

_HIDDEN = re.compile("[\0\x1b\ud800-\udfff\ufffe\uffff]")


def text_as_typed(stored: str, where: str) -> str:
    """The text of a cell; raises FileError for what no database or page can hold."""
    text = unescaped(stored)
    if _HIDDEN.search(text):
        raise FileError(
            f"{where}に、目に見えない文字が入っています。"
            "セルの内容をいちど消して、打ち直してください。"
        )
    return unguarded(text)


class SharedStrings:
    """Reads the list of texts that cells refer to by number."""

    def __init__(self):
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_reading = False

    def read(self, chunks, budget) -> list[str]:
        parse(chunks, budget, start=self._start, end=self._end, text=self._text)
        return self.texts

    def _start(self, name, attributes):
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_reading = True
        elif name == "t":
            self._is_text = not self._is_reading

    def _end(self, name):
        if name == "si":
            self.texts.append("".join(self._pieces))
        elif name == "rPh":
            self._is_reading = False
        elif name == "t":
            self._is_text = False

    def _text(self, text):
        if self._is_text:
            self._pieces.append(text)
