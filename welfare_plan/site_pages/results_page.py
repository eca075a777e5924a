"""アクセシビリティ試験の結果: the last full run, criterion by criterion."""

from collections import Counter
from datetime import date

from plans.fiscal_year import day_text
from plans.presenters import crumbs
from welfare_plan.site_pages.checked import Judged, Run, judged, last_run
from welfare_plan.site_pages.conformance import MachineFinding, Outcome

# What our own checks in a browser do, by their name in criteria.yaml.
_CHECKS = {
    "zoom": "幅1,280ピクセルの画面を200％に拡大して、横に送らずに読めるか",
    "text": "文字だけを200％の大きさにして、横に送らずに読めるか",
    "keyboard": "検索、絞り込み、実績の入力を、キーボードだけで終えられるか",
    "trap": "Tabキーで、同じ所にとどまらずに先へ進めるか（はじめの40か所）",
    "skip": "ページの上の部分を飛ばして、本文へ進めるか",
    "focus": "Tabキーで移った先が、枠で見えるか（はじめの40か所）",
    "markup": "HTMLの文法に誤りがないか",
}
# Of no criterion of the standard.
_BESIDE = {"narrow": "幅320ピクセルの画面で、横に送らずに読めるか"}


def results_page() -> dict:
    run = last_run()
    rows = judged(run)
    counts = Counter(row.outcome for row in rows)
    return {
        "crumbs": crumbs(("アクセシビリティ試験の結果", None)),
        "run": _run(run) if run.day else None,
        "counts": [
            {"word": outcome.value, "text": f"{counts[outcome]}項目"}
            for outcome in Outcome
        ],
        "rows": [_row(row) for row in rows],
    }


def _run(run: Run) -> dict:
    types = len({page["type"] for page in run.pages})
    return {
        "day": day_text(run.day),
        "axe": run.axe,
        "browser": run.browser,
        "variants": run.variants,
        "page_count": f"{types}種類、{len(run.pages)}ページ",
        "pages": _of_residents(run),
        "staff_pages": _of_staff(run),
        "beside": [
            _said(sentence, run.checks[name])
            for name, sentence in _BESIDE.items()
            if name in run.checks
        ],
        "faults": f"{sum(found.faults for found in run.rules.values())}件",
    }


def _of_residents(run):
    """The names of public pages; one that was seen in several states stands once."""
    names = Counter(page["name"] for page in run.pages if not _is_of_staff(page))
    return [
        name if count == 1 else f"{name}（{count}つの状態で）"
        for name, count in names.items()
    ]


def _of_staff(run):
    count = sum(map(_is_of_staff, run.pages))
    return f"ほかに、職員用の画面{count}ページを調べました。" if count else ""


def _is_of_staff(page):
    return page["type"].startswith(("staff/", "admin/"))


def _row(row: Judged) -> dict:
    return {
        "number": row.criterion.number,
        "name": row.criterion.name,
        "level": row.criterion.level,
        "outcome": row.outcome.value,
        "how": _ways(row) or ["確認していません。"],
    }


def _ways(row: Judged) -> list[str]:
    """How the criterion was checked: sentences, one a way."""
    ways = [*_of_axe(row.axe)]
    ways += [_said(_CHECKS[name], found) for name, found in row.checks.items()]
    if row.criterion.absent:
        ways.append(row.criterion.absent)
    if row.hand:
        day = day_text(date.fromisoformat(row.hand.day))
        ways.append(f"{row.hand.by}が{day}に確認：{row.hand.how}")
    elif ways and not row.criterion.absent:
        ways.append("人による確認は、していません。")
    return ways


def _of_axe(found: MachineFinding) -> list[str]:
    ways = []
    if found.rules:
        ways.append(f"axeの規則{found.rules}個で検査：{_faults(found)}")
    if found.undecided:
        ways.append(f"axeでは判断できないページ：{found.undecided}ページ")
    return ways


def _said(sentence: str, found: MachineFinding) -> str:
    return f"{sentence}を{found.pages}ページで検査：{_faults(found)}"


def _faults(found: MachineFinding) -> str:
    return f"違反{found.faults}件" if found.faults else "違反なし"
