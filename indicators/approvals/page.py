"""The approver's page: tabs, choices and the answers of one page."""

from datetime import date

from django.core.paginator import Paginator
from django.urls import reverse

from indicators.approvals.figure_rows import figure_rows
from indicators.approvals.filters import Filter, selects_of, tabs_of
from indicators.approvals.owners import NOBODY, owners_of
from indicators.approvals.review_rows import review_rows
from indicators.approvals.waiting import (
    APPROVED,
    FIGURE,
    MODELS,
    SUBMITTED,
    answers_in,
    waiting,
)
from indicators.rights import PUBLISH
from plans.page_steps import page_steps
from plans.places import MOST_OPTIONS, chooser_of

PAGE = 30


def approvals_page(query, person, today: date, *, ticked=(), remarks=None) -> dict:
    """Ready strings; `ticked` and `remarks` (by key) are what was typed before."""
    chosen = Filter.from_query(query)
    found = waiting(chosen.place)
    tab = [row for row in found if chosen.is_in_tab(row)]
    answers = answers_in(chosen.kind, (chosen.state,), chosen.place)
    all_owners = owners_of(chosen.kind, answers) if _asks_all(tab, chosen) else None
    keys = [row.pk for row in tab if chosen.keeps(row, all_owners)]
    page = Paginator(keys, PAGE).get_page(chosen.page)
    wants_all = query.get("tick") == "all"
    shown = list(page.object_list)
    if chosen.kind == FIGURE:
        rows = figure_rows(shown, person, today)
    else:
        rows = review_rows(shown, person)
    owners = _with_all_of(shown, all_owners or {}, chosen.kind)
    for row in rows:
        row["department"] = owners.get(row["pk"], NOBODY).name
        row["is_ticked"] = row["key"] in ticked or wants_all
        row["remark"] = (remarks or {}).get(row["key"], "")
    return {
        "tabs": tabs_of(found, chosen),
        "selects": selects_of(tab, all_owners, chosen),
        "chooser": _chooser(found, chosen),
        "kind": chosen.kind,
        "state": chosen.state,
        # A form that is answered shows the page it was sent from.
        "query": chosen.query(page=page.number if page.number > 1 else None),
        "tick_all": f"?{chosen.query(page=chosen.page, tick='all')}",
        "rows": rows,
        "rows_text": f"{len(keys):,}件",
        "may_approve": chosen.state == SUBMITTED,
        "may_publish": chosen.state == APPROVED and person.has_perm(PUBLISH),
        "pager": page_steps(page, lambda n: f"?{chosen.query(page=n)}"),
    }


def _asks_all(tab, chosen):
    """Whether the departments of all answers of the tab have to be known."""
    has_few_plans = len({row.plan for row in tab}) <= MOST_OPTIONS
    return has_few_plans or chosen.department is not None


def _with_all_of(shown, owners, kind):
    """With those of shown answers that were not asked, or have gone on meanwhile."""
    unknown = [pk for pk in shown if pk not in owners]
    if not unknown:
        return owners
    return owners | owners_of(kind, MODELS[kind].objects.filter(pk__in=unknown))


def _chooser(found, chosen):
    """The form for a place, where the answers are of more plans than can be listed."""
    if not chosen.place and len({row.plan for row in found}) <= MOST_OPTIONS:
        return None
    tab = {"kind": chosen.kind, "state": chosen.state}
    return chooser_of(
        chosen.place, reverse("approvals"), [row.plan_name for row in found], tab
    )
