"""The overview of a round as ready strings: how far, who is missing, what to do."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Paginator
from django.urls import reverse

from indicators.rights import ANSWER
from indicators.rounds.department_rows import department_rows
from indicators.rounds.filters import Filter
from indicators.rounds.item_rows import item_row
from indicators.rounds.selects import assign_form, filter_form
from indicators.rounds.standing import OWED, STATES, with_state
from indicators.rounds.words import standing_text, title_of
from initiatives.departments import Departments
from plans.page_steps import page_steps
from plans.versions import version_of

PAGE = 50


@dataclass
class Typed:
    """What somebody sent that could not be done, to be shown again."""

    rows: tuple = ()
    department: str = ""
    person: str = ""
    refused: list[dict] = field(default_factory=list)


def overview(round_, query, today: date, *, may_change: bool, typed=None) -> dict:
    """The page of one round; six queries, however many items there are."""
    departments = Departments(round_.publisher)
    items = with_state(round_.items.all())
    standing = list(items.order_by("pk").values_list("pk", "department_id", "state"))
    chosen = Filter.from_query(query, departments.by_id)
    people = departments.people(ANSWER)
    is_running = not round_.closed_at and round_.opens_on <= today
    page = {
        "round": _head(round_, today),
        "version": version_of(round_),
        "may_change": may_change,
        "may_remind": may_change and is_running,
        "counts": _counts(standing, chosen),
        "departments": department_rows(round_, standing, departments, people, today),
        "form": filter_form(standing, chosen, departments),
        **_items(items, standing, chosen, typed or Typed(), query.get("tick") == "all"),
        "assign": assign_form(departments, people, round_, typed or Typed()),
        "query": chosen.query(),
    }
    page["owed"] = sum(state in OWED for _, _, state in standing)
    return page


def _head(round_, today):
    return {
        "pk": round_.pk,
        "title": title_of(round_),
        "publisher": round_.publisher.name,
        "standing": standing_text(round_, today),
        "message": round_.message,
        "is_closed": bool(round_.closed_at),
    }


def _counts(standing, chosen):
    counted = Counter(state for _, _, state in standing)
    rows = [("", "全部", len(standing))]
    rows += [(state, word, counted[state]) for state, word in STATES.items()]
    return [
        {
            "word": word,
            "count": f"{count:,}件",
            "query": chosen.query(state=state),
            "is_here": chosen.state == state,
        }
        for state, word, count in rows
    ]


def _items(items, standing, chosen, typed, wants_all):
    kept = [pk for pk, owner, state in standing if chosen.keeps(owner, state)]
    page = Paginator(kept, PAGE).get_page(chosen.page)
    found = items.filter(pk__in=page.object_list).select_related(
        "department", "person", "target__plan", "initiative__plan",
        "measure__plan", "policy__plan",
    )  # fmt: skip
    rows = [item_row(item, item.state) for item in found.order_by("pk")]
    refused = {row["key"]: row["why"] for row in typed.refused}
    for row in rows:
        row["is_ticked"] = row["key"] in typed.rows or wants_all
        row["refusal"] = refused.get(row["key"], "")
    return {
        "items": rows,
        "tick_all": f"?{chosen.query(page=page.number, tick='all')}#items",
        "items_text": f"{len(kept):,}件",
        "pager": page_steps(page, lambda n: f"?{chosen.query(page=n)}#items"),
        "refused": typed.refused,
    }


def round_list(rounds, owed_by_round, today) -> list[dict]:
    """A card for every round, the newest first."""
    return [
        {
            "url": reverse("round-detail", args=[each.pk]),
            **_head(each, today),
            "owed": f"まだ提出されていないもの：{owed_by_round.get(each.pk, 0):,}件",
        }
        for each in rounds
    ]
