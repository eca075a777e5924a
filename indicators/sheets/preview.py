"""The page of one import: what it would do, or what became of it, as ready strings."""

from functools import partial
from os.path import commonprefix
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse

from indicators.entry.words import subject_words, why_read_only
from indicators.models import RoundItem, SheetImport
from indicators.sheets.asked import Asked
from indicators.sheets.confirming import plan_now
from indicators.sheets.planned import KINDS, UNCHANGED, WRONG, PlannedRow
from indicators.sheets.planning import Plan, rows_of_kind
from indicators.sheets.words import DOUBTS, confirmed_text, done_text, moment_words
from plans.fiscal_year import era_text
from plans.page_steps import page_steps

ROWS = 50
_TAGS = {WRONG: "tag-err", "new": "tag-done", "changed": "tag-done"}
_HEADINGS = {
    SheetImport.State.PREVIEWED: "取り込みを確かめる",
    SheetImport.State.CONFIRMED: "取り込みました",
    SheetImport.State.CANCELLED: "取りやめた取り込み",
}
_NOTICES = 10
_LONGEST = 60
# So much of what did not change stands before what did.
_BEFORE = 15
_SAME = {kind: [] for kind in KINDS}
_SAME[UNCHANGED] = ["空欄か、登録済みの内容と同じです。"]


def preview_page(
    imported: SheetImport, person, today, query, *, refused=None, ticked=()
) -> dict:
    """The page; `refused` is why a 確定 with these ticks stored nothing."""
    page = _head(imported)
    if imported.state != SheetImport.State.PREVIEWED:
        return {**page, "outcome": _outcome(imported)}
    asked = Asked(imported.round, person)
    plan = plan_now(imported, asked)
    closed = why_read_only(imported.round, today)
    return {
        **page,
        "refusal": str(refused or ""),
        "problems": _problems(refused),
        "closed": closed,
        "has_mistakes": plan.has_mistakes,
        "can_confirm": bool(plan.stored) and not plan.has_mistakes and not closed,
        "can_hand_in": not plan.has_mistakes and not closed and _has_answers(plan),
        "notices": [*_notices(imported), *_ignored(plan)],
        "moved": sum(row.is_moved for row in plan.rows),
        "looked_at": plan.digest(),
        "doubts": _doubts(plan, ticked if refused and refused.keeps_ticks else ()),
        **_listed(plan, query),
    }


def _head(imported):
    return {
        "pk": imported.pk,
        "file_name": imported.file_name,
        "received": moment_words(imported.uploaded_at),
        "round_pk": imported.round_id,
        "round_name": f"{era_text(imported.round.fiscal_year)}の照会",
        "heading": _HEADINGS[imported.state],
    }


def _outcome(imported):
    if imported.state == SheetImport.State.CANCELLED:
        return ["この取り込みは取りやめました。何も保存していません。"]
    done = imported.content["done"]
    return [confirmed_text(imported), done_text(done["counts"], done["handed_in"])]


def _has_answers(plan):
    """Whether there is anything to hand in: new, changed, or a draft said again."""
    return any(row.is_stored or row.stored for row in plan.rows)


def _problems(refused):
    found = getattr(refused, "problems", ())
    return [
        {"place": _place(row), "code": row.code, "sentence": sentence}
        for row, sentence in found[:ROWS]
    ]


def _notices(imported):
    notices = imported.content["notices"]
    more = len(notices) - _NOTICES
    return [*notices[:_NOTICES], f"ほかに{more}件あります。"] if more > 0 else notices


def _ignored(plan):
    rows = [row for row in plan.ignored if row.code]
    if not rows:
        return []
    numbers = "・".join(str(row.row.number) for row in rows[:5])
    more = "など" if len(rows) > 5 else ""
    return [f"{numbers}行目{more}は、コードがなく記入もないため、取り込みません。"]


def _doubts(plan: Plan, ticked):
    return [
        {
            "code": code,
            "word": DOUBTS.get(code, "確かめること"),
            "count": f"{count:,}行",
            "is_ticked": code in ticked,
        }
        for code, count in sorted(plan.doubts.items())
    ]


def _listed(plan, query):
    kind = query.get("kind", "")
    kind = kind if kind in KINDS else ""
    pages = Paginator(rows_of_kind(plan, kind), ROWS)
    page = pages.get_page(query.get("page"))
    names = _names(page.object_list)
    return {
        "counts": _counts(plan, kind),
        "rows": [_row(row, names) for row in page],
        "pager": page_steps(page, partial(_address, kind)),
        "here": f"全{pages.num_pages:,}ページの{page.number:,}ページ目",
    }


def _counts(plan, here):
    total = [("", "すべての行", len(plan.rows))]
    kinds = [(kind, KINDS[kind], count) for kind, count in plan.counts.items()]
    return [
        {
            "word": word,
            "count": f"{count:,}",
            "query": urlencode({"kind": kind} if kind else {}),
            "is_here": kind == here,
        }
        for kind, word, count in total + kinds
    ]


def _address(kind, number):
    return f"?{urlencode({'kind': kind, 'page': number})}#rows"


def _names(rows) -> dict[int, str]:
    """What the items of one page are called, in one query."""
    keys = [row.item.pk for row in rows if row.item]
    items = RoundItem.objects.filter(pk__in=keys).select_related(
        *(f"{kind}__plan" for kind in RoundItem.SUBJECTS)
    )
    return {item.pk: subject_words(item)["title"] for item in items}


def _row(row: PlannedRow, names) -> dict:
    return {
        "place": _place(row),
        "code": _short(row.code or row.row.cells.get("code", "")),
        "title": _short(names.get(row.item.pk, "")) if row.item else "",
        "kind": KINDS[row.kind],
        "css": _TAGS.get(row.kind, ""),
        "mistakes": [
            {"heading": m.heading, "sentence": m.sentence} for m in row.mistakes
        ],
        "changes": [] if row.mistakes else [_change(change) for change in row.changes],
        "doubts": [doubt.sentence for doubt in row.doubts],
        "said": row.said or _SAME[row.kind],
        "is_moved": row.is_moved,
    }


def _change(change):
    """Of long texts the part where they begin to differ."""
    same = len(commonprefix((change.old, change.new)))
    start = max(0, same - _BEFORE) if same > _LONGEST // 2 else 0
    return {
        "heading": change.heading,
        "old": _short(change.old, start) or "（なし）",
        "new": _short(change.new, start) or "（なし）",
    }


def _place(row):
    return f"{row.row.sheet} {row.row.number}行目"


def _short(text, start=0):
    if len(text) <= _LONGEST:
        return text
    end = start + _LONGEST
    return f"{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}"


def link_to(imported: SheetImport) -> str:
    return reverse("import-detail", args=[imported.pk])
