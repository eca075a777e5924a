"""How much of a file is read, and what is said to a file with more."""

from plans.tables.values import FileError

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
# Cells with something in them: what fits into memory beside a running portal.
MOST_CELLS = 1_000_000
LONGEST_CELL = 131_072  # letters; more than four times what a cell of Excel holds


def refuse_large_file(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise FileError(
            "ファイルが大きすぎます。"
            f"{MOST_BYTES // 1024 // 1024}MBまでに分けてください。"
        )


def too_many_rows() -> FileError:
    return FileError(f"行が多すぎます。一度に{MOST_ROWS:,}行までに分けてください。")


def too_many_columns() -> FileError:
    return FileError(
        f"列が多すぎます。{MOST_COLUMNS}列までにし、使わない列を消してください。"
    )


def too_many_cells() -> FileError:
    return FileError(
        f"書かれたセルが多すぎます。{MOST_CELLS // 10_000}万までに分けてください。"
    )
