"""Which item of the round a row names, by its code and its year; refused by name."""

from difflib import get_close_matches

from indicators.sheets.asked import Asked
from indicators.sheets.columns import CODE, SHEET_NAMES, YEAR
from indicators.sheets.planned import PlannedRow
from plans.fiscal_year import era_text, short_text
from plans.tables import same_word
from plans.typed_text import quoted
from plans.written_years import YearError, read_year

_MOST_HINTS = 20
_LONGEST = 100


class Keys:
    """Finds the items of rows. Looking for a near code takes long, so not for all."""

    def __init__(self, asked: Asked):
        self.asked, self.hints = asked, 0
        self._years = {}

    def find(self, planned: PlannedRow) -> None:
        """Set the item of a row, or say why there is none."""
        self._look_at_year(planned)
        typed = planned.row.cells.get(CODE.key, "")
        planned.code = same_word(typed)
        item = self.asked.items.get(planned.code)
        if not typed:
            planned.refuse(CODE.heading, "", _NO_CODE)
        elif item is None:
            planned.refuse(CODE.heading, typed, self._unknown(typed, planned.code))
        elif item.sheet != planned.row.kind:
            name = SHEET_NAMES[item.sheet]
            planned.refuse(
                CODE.heading, typed, f"「{name}」のシートの項目です。移してください。"
            )
        elif not item.is_own:
            planned.refuse(
                CODE.heading,
                typed,
                f"「{item.department}」の項目なので、取り込めません。"
                "この行を消すか、担当課か計画担当に頼んでください。",
            )
        else:
            planned.item = item

    def _look_at_year(self, planned):
        typed = planned.row.cells.get(YEAR.key, "")
        if typed not in self._years:
            self._years[typed] = self._year(typed)
        sentence, doubt = self._years[typed]
        if sentence:
            planned.refuse(YEAR.heading, typed, sentence)
        elif doubt:
            planned.doubts.append(doubt)

    def _year(self, typed):
        """(refusal, doubt) about what stands in the column of the year."""
        own = self.asked.year
        fix = f"この照会の年度は「{short_text(own)}」です。"
        try:
            written = read_year(typed)
        except YearError as error:
            return f"{error.why}{fix}", None
        if written.doubt and written.doubt.code == "date":
            return f"{quoted(typed)}は日付です。{fix}", None
        if written.year != own:
            return f"{era_text(written.year)}の行です。{fix}", None
        return "", written.doubt

    def _unknown(self, typed, code):
        said = f"「{typed[:_LONGEST]}」は、この照会のコードにありません。"
        self.hints += 1
        if self.hints <= _MOST_HINTS and len(code) <= _LONGEST:
            near = get_close_matches(code, self.asked.items, n=1, cutoff=0.7)
            if near:
                return f"{said}「{near[0]}」ではありませんか。"
        return f"{said}ダウンロードしたシートのコードに戻してください。"


_NO_CODE = (
    "コードが空欄です。"
    "ダウンロードしたシートのコードを入れるか、この行を消してください。"
)
