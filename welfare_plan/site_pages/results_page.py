"""アクセシビリティ試験の結果: the last full run, criterion by criterion."""

from collections import Counter
from datetime import date

from plans.fiscal_year import day_text
from plans.presenters import crumbs
from welfare_plan.site_pages.checked import Judged, Run, judged, last_run
from welfare_plan.site_pages.conformance import MachineFinding, Outcome

# What our own checks in a browser do, by their name in criteria.yaml.
_CHECKS = {
    "zoom": "文字を2倍にした画面で、横に送らずに読めるか",
    "keyboard": "キーボードだけで操作し、先へ進めるか",
    "focus": "Tabキーで移った先が、枠で見えるか",
    "markup": "HTMLの文法に誤りがないか",
}


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
    return {
        "day": day_text(run.day),
        "axe": run.axe,
        "browser": run.browser,
        "variants": run.variants,
        "page_count": f"{len(run.pages)}種類",
        "pages": run.pages,
        "faults": f"{sum(found.faults for found in run.rules.values())}件",
    }


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
    ways = [*_machine(row.machine, row.criterion.browser)]
    if row.criterion.absent:
        ways.append(row.criterion.absent)
    if row.hand:
        day = day_text(date.fromisoformat(row.hand.day))
        ways.append(f"{row.hand.by}が{day}に確認：{row.hand.how}")
    elif ways and not row.criterion.absent:
        ways.append("人による確認は、していません。")
    return ways


def _machine(found: MachineFinding, check: str) -> list[str]:
    said = "違反なし" if not found.faults else f"違反{found.faults}件"
    ways = []
    if found.rules:
        ways.append(f"axeの規則{found.rules}個で検査：{said}")
    if found.pages:
        ways.append(f"{_CHECKS[check]}を{found.pages}ページで検査：{said}")
    return ways
