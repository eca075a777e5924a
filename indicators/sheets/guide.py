"""The sheet 使い方 of the workbook: how the others are filled in."""

from indicators.cells.words import ALLOWED, LABELS
from initiatives.models import Review

_STATES = "・".join(LABELS[state] for state in ALLOWED["actual"])
_RATINGS = "、".join(f"{code}＝{word}" for code, word in Review.Rating.choices)

_ROWS = (
    (
        "書くところ",
        "白いセルだけに書きます。灰色のセルは、読み取りのために変えません。",
    ),
    ("実績値", "数だけを書きます。全角・コンマ・単位が付いていても読み取れます。"),
    ("割合", "0.5%なら「0.5」と書きます。"),
    ("0と空欄", "0は「0」と書きます。空欄は「まだ書いていない」という意味です。"),
    ("空欄の扱い", "空欄のままのセルは、登録済みの内容を消しも変えもしません。"),
    ("数値でないとき", f"{_STATES}から選びます。実績値は空欄にします。"),
    (
        "「-」",
        "課によって意味が違うため使えません。該当なし・集計中・0のどれかを書きます。",
    ),
    ("未実施・事業終了", "「理由」を必ず書きます。"),
    ("速報", "あとで確定値を出すときは「はい」、確定値にするときは「いいえ」。"),
    ("数え方が変わった", "前の年度までと比べられないときに「はい」。"),
    ("注記・理由", "サイトで公開されます。個人が分かることは書きません。"),
    ("評価", f"{_RATINGS}。担当課のことばと一緒に書きます。"),
    ("行や列", "行を消しても、登録は消えません。列の順番は変えてもかまいません。"),
    (
        "取り込み",
        "行ごとに、新規・変更・変更なし・エラーが出ます。「確定」まで保存しません。",
    ),
)


def guide_rows() -> list[tuple[str, str]]:
    return list(_ROWS)
