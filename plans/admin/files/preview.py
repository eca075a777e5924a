"""What an import would do, as ready strings: mistakes first, a page at a time."""

from dataclasses import replace

from django.core.paginator import Paginator

from plans.admin.files.importing import CHANGED, NEW, SAME, WRONG, Outlook
from plans.changes.differences import GONE, Piece, whole, word_differences
from plans.changes.differences import NEW as COME

ROWS = 50
_LONGEST = 120
# Shorter texts are read faster whole than with marks in them.
_LONG = 30
_NOTHING = "（空欄）"
_WORDS = {WRONG: "誤り", CHANGED: "変更", NEW: "新規", SAME: "変更なし"}


def preview_page(outlook: Outlook, content, page_number) -> dict:
    order = list(_WORDS)
    rows = sorted(outlook.rows, key=lambda row: (order.index(row.kind), row.number))
    page = Paginator(rows, ROWS).get_page(page_number)
    wrong = outlook.count(WRONG)
    return {
        "file_name": content["file_name"],
        "sheet": content["read"]["sheet"],
        "reason": content["reason"],
        "needs_reason": outlook.needs_reason,
        "notices": content["read"]["notices"],
        "counts": [
            {"word": word, "count": f"{outlook.count(kind):,}行"}
            for kind, word in _WORDS.items()
        ],
        "wrong": f"{wrong:,}" if wrong else "",
        "moved": sum(row.is_moved for row in outlook.rows),
        "can_confirm": not wrong and bool(outlook.count(NEW) + outlook.count(CHANGED)),
        "looked_at": outlook.looked_at,
        "rows": [_row(row) for row in page],
        "page": page,
    }


def _row(row) -> dict:
    return {
        "number": row.number,
        "key": " ".join(filter(None, row.key)),
        "kind": row.kind,
        "word": _WORDS[row.kind],
        "is_moved": row.is_moved,
        "mistakes": [
            {"heading": heading or "行全体", "sentence": sentence}
            for heading, sentence in row.mistakes
        ],
        "changes": []
        if row.mistakes
        else [
            _change(heading, before, after, is_new=row.kind == NEW)
            for heading, before, after in row.changes
        ],
    }


def _change(heading, before, after, *, is_new):
    if is_new:
        old, new = [], whole(after)
    elif min(len(before), len(after)) < _LONG:
        old, new = [Piece(before or _NOTHING, GONE)], [Piece(after or _NOTHING, COME)]
    else:
        old, new = word_differences(before, after)
    return {
        "heading": heading,
        "before": _shown(old),
        "after": _shown(new),
        "is_long": len(before) >= _LONG,
    }


def _shown(pieces) -> list[Piece]:
    return [
        piece
        if len(piece.text) <= _LONGEST
        else replace(piece, text=f"{piece.text[:_LONGEST]}…")
        for piece in pieces
    ]
