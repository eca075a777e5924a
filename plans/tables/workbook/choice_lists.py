"""The drop-down lists of a workbook."""

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

# Holds the lists that are too long for a cell's own rule; readers pass over it.
CHOICES_SHEET = "選択肢"
_LAST_ROW = 1_048_576
_LONGEST = 255


class ChoiceLists:
    """Lists of all sheets; `write` comes last, after the sheets they are for."""

    def __init__(self, book):
        self._book = book
        self._long = []

    def add(self, page, columns) -> None:
        for number, column in enumerate(columns, start=1):
            if column.choices:
                letter = get_column_letter(number)
                rule = _rule(self._formula(column.choices), column)
                rule.add(f"{letter}2:{letter}{_LAST_ROW}")
                page.data_validations.append(rule)

    def write(self) -> None:
        if not self._long:
            return
        page = self._book.create_sheet(CHOICES_SHEET)
        page.sheet_state = "veryHidden"
        for number in range(max(map(len, self._long))):
            page.append(
                [items[number] if number < len(items) else None for items in self._long]
            )

    def _formula(self, choices):
        joined = ",".join(choices)
        is_plain = not any("," in choice or '"' in choice for choice in choices)
        if is_plain and len(joined) <= _LONGEST:
            return f'"{joined}"'
        if choices not in self._long:
            self._long.append(choices)
        letter = get_column_letter(self._long.index(choices) + 1)
        name = quote_sheetname(CHOICES_SHEET)
        return f"{name}!${letter}$1:${letter}${len(choices)}"


def _rule(formula, column):
    rule = DataValidation(type="list", formula1=formula, allow_blank=True)
    rule.showErrorMessage = True
    rule.errorTitle = column.heading[:32]
    rule.error = "一覧から選んでください。"
    return rule
