"""Files that the portal itself writes, full of texts that programs run or change."""

from decimal import Decimal

from plans.tables import GENERAL, Column, Sheet, write_csv, write_xlsx

COLUMNS = [
    Column("コード", is_locked=True, note="変えられません。"),
    Column("文", width=30),
    Column("数", is_number=True, number_format=GENERAL),
    Column("状態", choices=("集計中", "事業終了")),
]
TEXTS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.jp")',
    "+81-3-0000-0000",
    "-相談",
    "@SUM(1)",
    "'=1+1",
    "''x",
    "＝1",
    "－ 相談の件数",
    "\tタブ",
    "1-2",
    "001",
    "1E5",
    "TRUE",
    "#N/A",
    "2026/3/31",
    " 前後の空白 ",
    "改行の\n前と後",
    '引用符"と,と;',
    "_x000D_",
]
ROWS = [
    [f"{number:03}", text, Decimal(number) / 8, "集計中"]
    for number, text in enumerate(TEXTS, start=1)
]

# What the admin takes out of test_admin_files.py; kept, for it needs a database.
ADMIN_FILES = ("admin-sections.xlsx", "admin-targets.xlsx")
PORTAL_FILES = {
    "portal.xlsx": lambda: write_xlsx([Sheet("実績", COLUMNS, ROWS)]),
    "portal.csv": lambda: write_csv(COLUMNS, ROWS),
    "portal-cp932.csv": lambda: write_csv(COLUMNS, ROWS, "cp932"),
}
