"""わたしの担当: every round that asks a person something, and what is still to do."""

from collections import Counter, defaultdict

from django.db.models import Count
from django.urls import reverse

from indicators.entry.asked import asked_of
from indicators.entry.choice import ROWS
from indicators.entry.words import (
    counts_text,
    due_words,
    subject_words,
    tag_of,
    why_read_only,
)
from indicators.models import CollectionRound
from indicators.rights import APPROVE
from indicators.rounds.standing import OWED
from plans.fiscal_year import era_text

_CLOSED_SHOWN = 5


def overview_page(person, today) -> dict:
    """Open rounds with their items; of the others a line each."""
    asked = asked_of(person)
    counts = _counts(asked)
    rounds = CollectionRound.objects.filter(pk__in=counts).select_related("publisher")
    open_rounds, waiting, closed = [], [], []
    for round_ in rounds.order_by("due_on", "pk"):
        if round_.closed_at:
            closed.append(_line(round_, counts[round_.pk]))
        elif why := why_read_only(round_, today):
            waiting.append(why)
        else:
            open_rounds.append(_open_round(round_, counts[round_.pk], asked, today))
    return {
        "title": "わたしの担当",
        "open_rounds": open_rounds,
        "waiting": waiting,
        "closed": closed[::-1][:_CLOSED_SHOWN],
        "nothing": "" if open_rounds else _why_nothing(person, counts),
    }


def _why_nothing(person, counts):
    if counts or person.has_perm(APPROVE) or person.memberships.exists():
        return "いま答える照会はありません。照会が始まると、ここに出ます。"
    return (
        "所属の課が、まだ登録されていません。"
        "所属を登録するよう、管理者に頼んでください。登録されると、照会がここに出ます。"
    )


def _counts(asked):
    rows = asked.order_by().values_list("round", "state").annotate(n=Count("pk"))
    counts = defaultdict(Counter)
    for round_id, state, number in rows:
        counts[round_id][state] = number
    return counts


def _line(round_, counts):
    name = f"{round_.publisher.name}　{era_text(round_.fiscal_year)}の照会"
    return {
        "pk": round_.pk,
        "name": name,
        "url": reverse("figures-entry", args=[round_.pk]),
        "counts": counts_text(counts),
    }


def _open_round(round_, counts, asked, today):
    total, left = sum(counts.values()), sum(counts[state] for state in OWED)
    items = list(asked.filter(round=round_)[:ROWS])
    more = total - len(items)
    return {
        **_line(round_, counts),
        "due": due_words(round_.due_on, today),
        "is_late": bool(left) and today > round_.due_on,
        "message": round_.message,
        "left": f"残り{left}件" if left else "すべて提出しました",
        "button": "入力する" if left else "提出した内容を見る",
        "groups": _by_plan(items),
        "more": f"ほかに{more}件あります。" if more else "",
    }


def _by_plan(items):
    groups = defaultdict(list)
    for item in items:
        words = subject_words(item)
        address = reverse("figures-entry", args=[item.round_id])
        groups[words["plan"]].append(
            {
                **words,
                "url": f"{address}#item-{item.pk}",
                "tag": tag_of(item.state),
                "owner": str(item.department or "計画担当"),
            }
        )
    return [{"plan": plan, "items": rows} for plan, rows in groups.items()]
