"""The columns of the round's sheets: what is printed for information, what is read.

Pure. `READ` columns are kept of an uploaded file; everything else in it is left alone.
"""

from dataclasses import dataclass

from indicators.cells.words import ALLOWED, LABELS

YES, NO = "はい", "いいえ"
FIGURES, REVIEWS = "figures", "reviews"
SHEET_NAMES = {FIGURES: "実績", REVIEWS: "評価"}


@dataclass(frozen=True)
class Column:
    """`others` are further headings that mean the same; `choices` make a drop-down."""

    key: str
    heading: str
    is_input: bool = False
    is_read: bool = False
    is_needed: bool = False
    others: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    width: int = 12
    longest: int = 0
    note: str = ""


def _input(key, heading, **options) -> Column:
    return Column(key, heading, is_input=True, is_read=True, **options)


CODE = Column("code", "コード", is_read=True, is_needed=True, width=22)
YEAR = Column("year", "年度", is_read=True, is_needed=True, width=7)
_STATES = tuple(LABELS[state] for state in ALLOWED["actual"])

CORRECTION = _input(
    "correction_reason",
    "公開した値を直す理由",
    others=("直す理由",),
    width=30,
    longest=300,
)
FIGURE_COLUMNS = (
    CODE,
    YEAR,
    Column("plan", "計画", width=24),
    Column("part", "施策・取組", width=24),
    Column("title", "取組目標", width=30),
    Column("department", "担当課", width=14),
    Column("unit", "単位", width=8),
    Column("last", "前年度の値", width=14),
    Column("expected", "今年度の目安", width=12),
    Column("goal", "目標", width=14),
    _input(
        "value", "実績値", is_needed=True, others=("実績", "今年度の実績"), width=14
    ),
    _input(
        "state",
        "数値でないとき",
        others=("値の状態", "数値でない時"),
        choices=_STATES,
        note="数で答えられないときに選びます。実績値は空欄にします。",
        width=14,
    ),
    _input(
        "provisional",
        "速報",
        choices=(YES, NO),
        width=8,
        note="あとで確定値を出すときは「はい」、確定値にするときは「いいえ」。",
    ),
    _input("break_in_series", "数え方が変わった", choices=(YES, NO), width=12),
    _input("note", "注記", others=("備考", "注記（公開）"), width=30, longest=300),
    _input(
        "reason",
        "理由",
        others=("理由・説明", "理由・説明（公開）", "結果の理由と次の一歩"),
        width=40,
        longest=4000,
    ),
    CORRECTION,
    Column("standing", "状態", width=10),
)
REVIEW_COLUMNS = (
    CODE,
    YEAR,
    Column("plan", "計画", width=24),
    Column("title", "施策・取組", width=30),
    Column("department", "担当課", width=14),
    _input("rating", "評価", is_needed=True, choices=("A", "B", "C", "D"), width=8),
    _input(
        "comment",
        "担当課のことば",
        is_needed=True,
        others=("ことば", "評価の説明"),
        width=60,
        longest=4000,
    ),
    Column("standing", "状態", width=10),
)
COLUMNS = {FIGURES: FIGURE_COLUMNS, REVIEWS: REVIEW_COLUMNS}
READ = {
    kind: tuple(column for column in columns if column.is_read)
    for kind, columns in COLUMNS.items()
}
HEADINGS = {
    kind: {column.key: column.heading for column in columns}
    for kind, columns in COLUMNS.items()
}
