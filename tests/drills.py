"""Writes docs/drills.md from what the drills have left in var/drills: `make drill`.

    python -m pytest -m drill … --junitxml=var/drills/some.xml
    python -m tests.drills

What was not run now keeps its line with its day; what was never run is shown as not
run, what failed as failed.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "var" / "drills"
PAGE = ROOT / "docs" / "drills.md"
NOT_RUN, FAILED = "未実施", "不合格"

# What is tried, and what it has to show.
DRILLS = {
    "R1": ("50人×20回、同じ目標を同時に編集", "失われた更新0、負けた人には両方の値"),
    "R2": ("20人が書き、8人が読む（SQLite、60秒）", "断られる書き込み0、p99 < 1秒"),
    "R3": ("10,000行の取込の途中で kill -9 を20回", "0行か全行、途中なし"),
    "R6": ("壊れたファイル20,000件", "例外0、1件2秒未満"),
    "R8": ("10,000件のでたらめなアドレス", "500番台0"),
    "R9": ("APIに2,000件の要求（schemathesis）", "サーバーエラー0"),
    "R10": ("負荷の下で再起動20回（HUP、USR2+TERM）", "失敗0／10,000件以上"),
    "R11": ("5秒かかる要求の途中で SIGTERM", "完了し、猶予時間内に終了"),
    "R12": (
        "負荷の下でPostgreSQLを30秒停止",
        "既知のページ200、ほかは503、復帰5秒以内",
    ),
    "R14": ("待機中の接続を切断（pg_terminate_backend）", "利用者に見えるエラー0"),
    "R15": ("空きのないディスク、読み取り専用のDB", "書込みは503の説明、閲覧は継続"),
    "R16": (
        "書込み中のバックアップと復元（目標25,000件）",
        "件数・ページ一致、RTO 5分以内",
    ),
    "R17": ("前の版（0.4、0.6）からの移行と切戻し", "データの欠落0、待ち2秒未満"),
    "R18": ("30分の連続運転", "メモリー増5%以内、エラー0"),
    "R19": ("/healthz と /readyz", "R12・R14・R15の障害中に正しい答え"),
    "race": ("編集の直後の表示（2つのワーカー）", "古いページ0"),
    "S2": ("すべてのアドレスの見出しを採点", "どの立場でも115点以上"),
    "S3": ("パスワードの総当たり", "6回目で停止、本人は別の場所から入れる"),
    "S6": ("すべての入力欄に命令を埋め込む", "実行されるもの0"),
    "S8": ("2人と匿名の人が同じページを交互に", "取り違え0"),
    "S9": ("すべての立場で全アドレスを調べる", "警告0"),
    "S11": ("遅い接続500本（slowloris）", "nginxの後ろで p99 < 1秒"),
}


@dataclass(frozen=True)
class Result:
    test: str
    is_on_postgresql: bool
    passed: bool
    day: str
    figures: dict

    @property
    def command(self) -> str:
        database = " -p tests.postgresql" if self.is_on_postgresql else ""
        return f'pytest -n 0 -m drill{database} "{self.test}"'

    @property
    def cell(self) -> str:
        told = (f"{name} {_text(value)}" for name, value in self.figures.items())
        words = "、".join(told)
        return words if self.passed else f"**{FAILED}** {words}"


def _text(value):
    return f"{value:,}" if isinstance(value, int) else str(value)


def results(folder: Path) -> dict[str, list[Result]]:
    """By the id of the drill; of a test that was run again, the last time."""
    newest = {}
    for path in sorted(folder.glob("*.xml"), key=lambda one: one.stat().st_mtime):
        for suite in ElementTree.parse(path).iter("testsuite"):
            for case in suite.iter("testcase"):
                for number, result in enumerate(_of_case(case, suite, path)):
                    name, kind = result.figures.pop("id"), result.is_on_postgresql
                    newest[name, result.test, kind, number] = result
    found = {}
    for (name, *_), result in sorted(newest.items(), key=lambda item: item[0]):
        found.setdefault(name, []).append(result)
    return found


def _of_case(case, suite, path):
    passed = case.find("failure") is None and case.find("error") is None
    file = case.get("classname").replace(".", "/")
    for one in case.iter("property"):
        if one.get("name") == "figures":
            yield Result(
                test=f"{file}.py::{case.get('name')}",
                is_on_postgresql="postgresql" in path.stem,
                passed=passed,
                day=suite.get("timestamp", "")[:10],
                figures=json.loads(one.get("value")),
            )


def page(found: dict[str, list[Result]], before: str = "") -> str:
    """What was run now, and of what was not run now the line that stood there."""
    rows = []
    for name, (tried, needed) in DRILLS.items():
        lines = {f"`{one.command}`": (one.cell, one.day) for one in found.get(name, ())}
        lines = _lines(before, name) | lines or {NOT_RUN: (NOT_RUN, NOT_RUN)}
        for command, (cell, day) in sorted(lines.items()):
            rows.append(" | ".join((name, tried, needed, cell, day, command)))
    return HEAD + "".join(f"| {row} |\n" for row in rows)


def _lines(text, name):
    """Of a page: command to figures and day, where there are any."""
    cells = [line.strip("| ").split(" | ") for line in text.splitlines()]
    return {
        row[5]: (row[3], row[4])
        for row in cells
        if row[0] == name and len(row) == 6 and row[3] != NOT_RUN
    }


HEAD = """\
# 障害の訓練

`make drill` が障害と混雑を本番の大きさで起こし、数字をこの表に書きます
（`tests/drills.py`）。手では直しません。番号は訓練の種類です。時間の数字は、ほかに
何もしていない機械でだけ意味を持ちます。「未実施」は、まだ一度も動かしていないもの
です。小さい大きさの同じ試験は `make test` と `make test-long` が毎回動かします。

数字のない2つは、この表にありません。S1（設定と部品の検査）は `make lint` と
`make audit` が、S7（ログインの切り替わりと終わり）は `make test`
（`tests/welfare_plan/sign_in`）が確かめます。

| 番号 | 起こすこと | 合格の条件 | 数字 | 実施日 | 動かした命令 |
|---|---|---|---|---|---|
"""


def main() -> int:
    before = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page(results(RESULTS), before), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
