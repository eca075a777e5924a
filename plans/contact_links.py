"""Telephone numbers, mail addresses and pages in a text, each with its link. Pure."""

import re
import unicodedata

_DASH = r"[-‐‑–−－ー]"
_OPEN, _SHUT = rf"(?:{_DASH}|[(（])", rf"(?:{_DASH}|[)）])"
_PHONE = rf"(?<![\d-])[0０]\d{{1,4}}{_OPEN}\d{{1,4}}{_SHUT}\d{{3,4}}(?!\d)"
_MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PAGE = r"https?://[!-~]+"
_REACHED = re.compile(f"(?P<page>{_PAGE})|(?P<mail>{_MAIL})|(?P<phone>{_PHONE})")
# Nobody calls a fax.
_FAX = re.compile(r"(?:fax|ファクス|ファックス)[\s:：]*$", re.IGNORECASE)


def linked(text: str) -> list[dict]:
    """The text in pieces, as {"text": …, "url": …}; `url` is empty for plain words."""
    pieces, end = [], 0
    for found in _REACHED.finditer(text):
        if _FAX.search(unicodedata.normalize("NFKC", text[: found.start()])):
            continue
        pieces.append({"text": text[end : found.start()], "url": ""})
        pieces.append({"text": found[0], "url": _url(found.lastgroup, found[0])})
        end = found.end()
    pieces.append({"text": text[end:], "url": ""})
    return [piece for piece in pieces if piece["text"]]


def plain(text: str) -> list[dict]:
    """The text in one piece without links: nobody shall call an old number."""
    return [{"text": text, "url": ""}] if text else []


def _url(kind, text):
    if kind == "phone":
        return "tel:" + re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    return f"mailto:{text}" if kind == "mail" else text
