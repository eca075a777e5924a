"""The page of the search, as plain values for its template."""

from plans.changes.paging import Paging
from plans.presenters import crumbs
from plans.search import query
from welfare_plan.search.asked import Asked, looser_words
from welfare_plan.search.filters import Found, filters
from welfare_plan.search.kinds import KINDS
from welfare_plan.search.places import names_of_plans, plans_named
from welfare_plan.search.results import result_groups

ROWS = 20
EXAMPLES = ("介護", "子育て", "見守り", "防災", "ボランティア", "令和12年度")


def search_page(values) -> dict:
    """Three queries; none without a word to look for."""
    asked = Asked.of(values)
    page = {
        "crumbs": crumbs(("さがす", None)),
        "asked": asked,
        "examples": [{"word": word, "url": Asked(word, {}).url()} for word in EXAMPLES],
        "said": _said(asked),
    }
    if not asked.words:
        return {**page, "heading": "計画の本文と目標をさがす"}
    return {**page, **_results(asked, page["said"])}


def _said(asked):
    """What was not taken as it was typed."""
    said = []
    if asked.is_cut:
        said.append("言葉が長いため、はじめの100文字でさがしました。")
    if asked.typed and not asked.words:
        said.append("記号だけではさがせません。文字か数字を入力してください。")
    if asked.kind and not asked.known_kind:
        said.append("その種類はないため、すべての種類からさがしました。")
    return said


def _results(asked, said):
    plans = names_of_plans()
    chosen = next((pk for pk, row in plans.items() if row["slug"] == asked.plan), None)
    if asked.plan and chosen is None:
        said.append("その計画は見つからないため、すべての計画からさがしました。")
    named = plans_named(asked.words, plans)
    entries = query.entries_with(asked.words, named)
    found = Found(query.counts(entries), asked.known_kind, chosen)
    here = _narrowed(entries, found)
    count = _how_many(found)
    shown = {
        "heading": f"「{asked.typed}」の検索結果",
        "count": count,
        "filters": filters(asked, found, plans),
        "everywhere": None,
    }
    if not found.pairs:
        return {**shown, "looser": _looser(asked)}
    if not found.here and not found.is_capped:
        everywhere = {"count": f"{found.everywhere:,}件", "url": _unfiltered(asked)}
        return {**shown, "everywhere": everywhere}
    return {**shown, **_rows(asked, found, here, named)}


def _narrowed(entries, found):
    if found.plan is not None:
        entries = entries.filter(plan=found.plan)
    return entries.filter(kind=found.kind) if found.kind else entries


def _how_many(found):
    if found.is_capped:
        return f"{query.MOST_COUNTED:,}件以上"
    return f"{found.here:,}件"


def _unfiltered(asked):
    return asked.url(plan="", kind="")


def _rows(asked, found, here, named):
    paging = Paging.of({**asked.query(), "page": asked.page}, ROWS)
    if not found.is_capped:
        paging.number = min(paging.number, -(-found.here // ROWS))
    words = list(asked.words)
    said = [word for word in words if word not in named]
    ordered = query.in_order(here, list(KINDS), said)
    # What is only searched stays out of the sorting, which it would make slow.
    ordered = ordered.select_related("plan").defer("folded", "folded_title", "pieces")
    rows = paging.cut(list(ordered[paging.start : paging.start + paging.fetched]))
    return {
        "groups": result_groups(rows, words, _kind_counts(found)),
        "page": paging,
        "range": f"{paging.start + 1:,}件目から{paging.start + len(rows):,}件目まで",
        "is_paged": paging.number > 1 or paging.has_next,
    }


def _kind_counts(found):
    """How many there are of each kind; none where not all were counted."""
    return {} if found.is_capped else found.of_kinds()


def _looser(asked):
    """Searches for less, with how many each finds; those without a hit are left out."""
    words = looser_words(asked)
    folded = [list(query.words_of(word)) for word in words]
    counted = query.count_each([query.entries_with(each) for each in folded])
    return [
        {"word": word, "count": f"{count:,}件", "url": Asked(word, {}).url()}
        for word, count in zip(words, counted, strict=True)
        if count
    ]
