"""Why a cell is not taken, and what to do about it: all sentences in one place."""

from indicators.cells.words import ALLOWED, LABELS
from plans.typed_text import TypedTextError, quoted

_ONE_NUMBER = "1つの数だけを入れ、ほかのことは備考に書いてください。"
_HERE = {"actual": "実績値", "baseline": "基準値", "goal": "目標値"}

# What is wrong, and the fix; {cell} is what was typed, in 「」.
_SENTENCES = {
    "too_long": (
        "文字が長すぎます（{length}字）。",
        "値は{limit}字までにし、説明は備考に書いてください。",
    ),
    "formula": (
        "{cell}は計算式です。",
        "計算した結果の数を入れてください。",
    ),
    "formula_error": (
        "{cell}は表計算ソフトのエラーです。",
        "元の計算式を直すか、数を入れてください。",
    ),
    "two_numbers": (
        "{cell}には2つの数があります。",
        "1つの数だけを入れ、日付・幅・内訳は備考に書いてください。",
    ),
    "in_brackets": (
        "{cell}は、負の数か注の番号か分かりません。",
        "負の数は「-5」のように、ほかはかっこを外して書いてください。",
    ),
    "brackets": ("{cell}には、かっこの中に説明があります。", _ONE_NUMBER),
    "date": (
        "{cell}は日付です。",
        "数を入れてください。Excelが日付に変えたときは、書式を文字列にします。",
    ),
    "year": ("{cell}は年度です。", "この欄にはその年度の値を入れてください。"),
    "plus": (
        "{cell}には「+」が付いています。",
        "増えた数ではなく、値そのものを記号なしで書いてください。",
    ),
    "exponent": (
        "{cell}は指数の形で、けたが失われているかもしれません。",
        "「12000」のように、すべてのけたを書いてください。",
    ),
    "kanji_digits": (
        "{cell}は漢数字です。",
        "「12」「1万2千」のように、算用数字で書いてください。",
    ),
    "blank_inside": (
        "{cell}は、数の途中に空白があります。",
        "1つの数なら空白を消し、2つの数なら1つだけにしてください。",
    ),
    "separator": (
        "{cell}は、コンマや小数点の位置を確かめる必要があります。",
        "「1234」「1,234」「0.5」のように書いてください。",
    ),
    "leading_zero": (
        "{cell}は0で始まっています。",
        "数なら、先頭の0を消してください。",
    ),
    "too_large": (
        "{cell}は、けたが多すぎます。",
        "整数の部分は12けたまでです。単位とけた数を確かめてください。",
    ),
    "decimals": (
        "{cell}は小数点以下が{found}けたです。この取組目標は{allowed}で記録します。",
        "「{rounded}」のように直すか、桁数を増やすよう計画担当に伝えてください。",
    ),
    "share": (
        "{cell}は小数点以下が{found}けたです。この取組目標は%の数を{allowed}で記録します。",
        "{percent}%のことなら、「{percent}」と書いてください。",
    ),
    "percent_in_a_count": (
        "{cell}は割合（%）ですが、この取組目標は{unit}の数を記録します。",
        "割合ではなく、数を入れてください。",
    ),
    "ratio_out_of_range": (
        "{cell}は0から100までの数ではありません。",
        "割合は、0.5%なら「0.5」のように入れてください。",
    ),
    "inexact": (
        "{cell}の「{word}」は、値そのものを表していません。",
        "値が分かれば数だけを入れ、説明は備考に書いてください。",
    ),
    "word_and_more": (
        "{cell}には「{word}」のほかにも書かれています。",
        "「{word}」か数の一方だけを入れ、ほかは備考に書いてください。",
    ),
    "word_not_here": (
        "{cell}は、{here}の欄では使えません。",
        "数か、{words}を入れてください。",
    ),
    "asks": (
        "{cell}が{answers}のどれを指すか分かりません。",
        "どれかを選んでください。",
    ),
    "unreadable": (
        "{cell}は数として読めません。",
        "「940」のような数か、{words}を入れてください。",
    ),
}


class CellError(TypedTextError):
    """A cell that cannot be taken as it is."""


class CellQuestion(CellError):
    """A cell that means different things in different offices: one must be chosen.

    `choices` are (answer, label); an answer goes to `reading.answered`.
    """

    def __init__(self, code, why, fix, choices):
        super().__init__(code, why, fix)
        self.choices = choices


def refusal(code: str, raw: str, **words) -> CellError:
    """The error of a code about what was typed, to be raised."""
    return CellError(code, *_sentences(code, raw, **words))


def question(raw: str, choices) -> CellQuestion:
    answers = "".join(f"「{label}」" for _, label in choices)
    return CellQuestion("asks", *_sentences("asks", raw, answers=answers), choices)


def about_words(kind: str) -> dict[str, str]:
    """The words for a sentence that lists what else a cell of this kind may hold."""
    labels = "・".join(LABELS[state] for state in ALLOWED[kind])
    return {
        "here": _HERE[kind],
        "words": f"「{labels}」" + "のどれか" * ("・" in labels),
    }


def _sentences(code, raw, **words):
    why, fix = _SENTENCES[code]
    return why.format(cell=quoted(raw), **words), fix.format(**words)
