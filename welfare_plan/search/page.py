"""The page of the search, as plain values for its template."""

from plans.changes.paging import Paging
from plans.fiscal_year import latest_finished
from plans.page_words import SITE_STATE
from plans.places import EVERYWHERE
from plans.presenters import crumbs
from plans.search import query
from welfare_plan.search.asked import Asked, looser_words
from welfare_plan.search.background import background_of
from welfare_plan.search.filters import filters
from welfare_plan.search.finding import find
from welfare_plan.search.results import result_groups
from welfare_plan.search.site_pages import site_pages

ROWS = 20
EXAMPLES = ("介護", "子育て", "見守り", "防災", "ボランティア", "令和12年度")


def search_page(values, today) -> dict:
    """Four queries at most; one more for several words after an edit of the site."""
    asked = Asked.of(values)
    page = {
        "crumbs": crumbs(("さがす", None)),
        "asked": asked,
        "examples": [{"word": word, "url": Asked(word, {}).url()} for word in EXAMPLES],
        "said": list(asked.said),
    }
    if not asked.words:
        return {**page, "heading": "計画の本文と目標をさがす"}
    return {**page, **_results(asked, page["said"], today)}


def _results(asked, said, today):
    known = background_of(asked)
    finding = find(asked, known, latest_finished(today))
    found = finding.found
    if asked.plan and found.plan is None:
        instead = _plans_of(asked.place, known.area)
        said.append(f"その計画は見つからないため、{instead}からさがしました。")
    said += finding.said
    paging, rows = _rows(asked, finding)
    shown = {
        SITE_STATE: known.site_state,
        "heading": f"「{asked.typed}」の検索結果",
        "count": _how_many(found, paging, rows),
        "filters": filters(asked, found, rows),
        "kept": _kept(asked, found.plan),
        "within": _within(asked, found.plan, known.area),
        "searched": _plans_of(asked.place, known.area),
        "all_url": asked.url(plan="", kind="", place=EVERYWHERE),
        "site_pages": [],
        "first_url": None,
    }
    if not shown["kept"] and asked.page in ("", "1"):
        shown["site_pages"] = site_pages(finding.words)
    if not found.hits:
        return {**shown, "looser": _looser(asked)}
    if not rows and paging.number > 1:
        return {**shown, "first_url": asked.url()}
    if not rows:
        all_here = asked.url(plan="", kind="")
        return {**shown, "left": _counted(len(found.hits)), "left_url": all_here}
    # Not all were counted where there are very many.
    counts = {} if found.is_capped else found.of_kinds
    return {
        **shown,
        "groups": result_groups(rows, finding.spellings(), counts, today),
        "page": paging,
        "range": f"{paging.start + 1:,}件目から{paging.start + len(rows):,}件目まで",
        "is_paged": paging.number > 1 or paging.has_next,
    }


def _kept(asked, plan):
    """The filters that a new word is searched with, as (name, value) of fields."""
    filters = {"plan": plan.slug if plan else "", "kind": asked.known_kind}
    filters |= asked.place.query()
    return [(name, value) for name, value in filters.items() if value]


def _within(asked, plan, area):
    """A sentence that says what is searched, where that is not everything."""
    chosen = "下で選んだもの" if plan or asked.known_kind else ""
    plans = _plans_of(asked.place, area) if asked.place else ""
    within = "のうち、".join(filter(None, (plans, chosen)))
    return f"{within}の中からさがします。" if within else ""


def _plans_of(place, area):
    return f"{place.text(area)}の計画" if place else "公開しているすべての計画"


def _rows(asked, finding):
    """The page that was asked for, or the last one, and its rows.

    Which one is the last is not known where there are too many to be counted: a page
    after it has no rows.
    """
    found = finding.found
    paging = Paging.of({**asked.query(), "page": asked.page}, ROWS)
    if not found.is_capped:
        paging.number = max(1, min(paging.number, -(-found.here // ROWS)))
        if not found.here:
            return paging, []
    end = paging.start + paging.fetched
    return paging, paging.cut(finding.rows(paging.start, end))


def _how_many(found, paging, rows):
    """What the filters leave: exactly, or as much as has been seen of it."""
    if not found.is_capped:
        return f"{found.here:,}件"
    if not found.is_filtered:
        return _counted(len(found.hits))
    if not rows and paging.number > 1:
        return f"{found.here:,}件以上" if found.here else ""
    seen = paging.start + len(rows)
    return f"{max(found.here, seen + 1):,}件以上" if paging.has_next else f"{seen:,}件"


def _counted(hits):
    """500件以上: of very many not all are counted."""
    is_capped = hits > query.MOST_COUNTED
    return f"{min(hits, query.MOST_COUNTED):,}件{'以上' if is_capped else ''}"


def _looser(asked):
    """Searches for less, with how many each finds; those without a hit are left out."""
    words = looser_words(asked)
    folded = [[(one,) for one in query.words_of(word)] for word in words]
    counted = query.count_each(
        [query.entries_with(each, place=asked.place) for each in folded]
    )
    return [
        {
            "word": word,
            "count": _counted(count),
            "url": asked.url(typed=word, plan="", kind=""),
        }
        for word, count in zip(words, counted, strict=True)
        if count
    ]
