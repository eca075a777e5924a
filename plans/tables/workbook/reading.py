"""The sheets of a workbook that a person can see, as tables."""

import zipfile
import zlib
from xml.parsers import expat

from plans.tables.values import FileError, Table
from plans.tables.workbook.archive import Archive, damaged
from plans.tables.workbook.book import Book, read_book
from plans.tables.workbook.kinds import refuse_other_kinds
from plans.tables.workbook.markup import Budget
from plans.tables.workbook.pages import PageReader

# What the libraries and `int` raise for files that are cut off or tampered with.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
    OSError,
)
_MOST_NAMES = 5


def read_workbook(content: bytes) -> list[Table]:
    """Raises FileError, whatever the content."""
    try:
        return _read(content)
    except FileError:
        raise
    except _DAMAGE as error:
        raise damaged() from error


def _read(content):
    archive, budget = Archive(content), Budget()
    refuse_other_kinds(archive)
    book = read_book(archive, budget)
    notices = _notices(book)
    tables = []
    for page in book.pages:
        if page.part and not page.is_hidden:
            reader = PageReader(page.name, book)
            said = () if tables else notices
            tables.append(reader.read(archive.chunks(page.part), budget, said))
    if not tables:
        raise FileError(
            "表のあるシートがありません。"
            "隠れたシートは読まないので、再表示してから保存し直してください。"
        )
    return tables


def _notices(book: Book) -> tuple[str, ...]:
    hidden = [page.name for page in book.pages if page.is_hidden]
    without = [page.name for page in book.pages if not page.part and not page.is_hidden]
    return tuple(
        f"{kind}{_named(names)}は読みませんでした。"
        for kind, names in (("隠れたシート", hidden), ("表でないシート", without))
        if names
    )


def _named(names):
    more = f"ほか{len(names) - _MOST_NAMES}枚" if len(names) > _MOST_NAMES else ""
    return f"「{'」「'.join(names[:_MOST_NAMES])}」{more}"
