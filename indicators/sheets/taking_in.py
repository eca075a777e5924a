"""A file that comes in: read once, refused as a whole or kept for its preview."""

import hashlib
from pathlib import PurePath

from indicators.models import CollectionRound, SheetImport
from indicators.sheets.asked import Asked, marks_of
from indicators.sheets.columns import CODE, YEAR
from indicators.sheets.content import content_of, rows_of
from indicators.sheets.headings import known_headings
from indicators.sheets.planned import WRONG
from indicators.sheets.planning import plan_file
from plans.fiscal_year import era_text
from plans.tables import FileError, read_tables, same_word
from plans.written_years import YearError, read_year

_MOST_BYTES = 20 * 1024 * 1024
_LONGEST_NAME = 200


def take_in(file, round_: CollectionRound, *, by) -> SheetImport:
    """Keep what a file says, to be looked at. Raises FileError; stores no answer."""
    if file is None:
        raise FileError("ファイルを選んでください。")
    if file.size > _MOST_BYTES:
        raise FileError("ファイルが大きすぎます（20MBまで）。シートを分けてください。")
    data = file.read()
    content = content_of(read_tables(file.name, data, known_headings()))
    asked = Asked(round_, by)
    _refuse_another_round(content, asked)
    codes = {same_word(row.cells.get(CODE.key, "")) for row in rows_of(content)}
    answers = asked.answers()
    content["seen"] = marks_of(answers, codes)
    # For the list of imports, which cannot read whole files to say this.
    plan = plan_file(content, asked, answers=answers, known=asked.known())
    content["wrong_rows"] = plan.counts[WRONG]
    return SheetImport.objects.create(
        round=round_,
        uploaded_by=by,
        file_name=_name(file.name),
        digest=hashlib.sha256(data).hexdigest(),
        content=content,
    )


def _name(name):
    """The name without its folder, short enough to be kept, its ending with it."""
    path = PurePath(name.replace("\\", "/"))
    ending = path.suffix[:10]
    return f"{path.name.removesuffix(ending)[:_LONGEST_NAME]}{ending}"


def _refuse_another_round(content, asked):
    """A file of another year or city is one mistake, not one in each of its rows."""
    rows = [row for row in rows_of(content) if CODE.key in row.cells]
    if not rows:
        raise FileError(
            "記入された行がありません。「コード」のある行に記入してください。"
        )
    years = {_year(text) for text in {row.cells.get(YEAR.key, "") for row in rows}}
    if None not in years and asked.year not in years:
        found = "・".join(map(era_text, sorted(years)))
        raise FileError(
            f"{found}のシートです。この照会は{era_text(asked.year)}です。"
            "この照会からダウンロードしたシートに記入してください。"
        )
    if not any(same_word(row.cells[CODE.key]) in asked.items for row in rows):
        raise FileError(
            "この照会の項目が1つもありません。ほかの照会のシートではないか、"
            "確かめてください。"
        )


def _year(text):
    try:
        return read_year(text).year
    except YearError:
        return None
