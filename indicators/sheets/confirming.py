"""確定: everything that a preview showed is stored at once, or nothing is.

The import's row is held first, so that of two people who confirm one preview the
second finds it confirmed. Then everything is read again behind the locks that the entry
screen takes, and compared with what the person looked at.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from indicators.entry.saving import hold
from indicators.entry.words import why_read_only
from indicators.models import SheetImport
from indicators.sheets.asked import Asked
from indicators.sheets.content import rows_of
from indicators.sheets.handing_in import ready_to_hand_in
from indicators.sheets.planning import Plan, plan_file
from indicators.sheets.refusals import NotAsLookedAt, NotReady, Refused
from indicators.sheets.storing import store
from indicators.sheets.words import refused_state
from plans.tables import same_word


@dataclass(frozen=True)
class Wish:
    """What a person pressed: after which preview, with which ticks, and what for."""

    looked_at: str
    ticked: frozenset[str] = frozenset()
    hands_in: bool = False


@dataclass(frozen=True)
class Done:
    counts: dict[str, int]
    handed_in: list[int]


@transaction.atomic
def confirm(pk: int, wish: Wish, *, by, today) -> Done:
    """Store what the import says. Raises Refused, and has then stored nothing."""
    kept = SheetImport.objects.select_for_update(of=("self",)).select_related("round")
    imported = kept.get(pk=pk)
    if imported.state != SheetImport.State.PREVIEWED:
        raise Refused(refused_state(imported))
    if why := why_read_only(imported.round, today):
        raise Refused(f"{why}何も保存していません。")
    asked = Asked(imported.round, by)
    hold(_named(imported.content, asked))
    plan = plan_now(imported, asked, locked=True)
    _refuse_what_was_not_seen(plan, wish)
    ready = ready_to_hand_in(plan, asked) if wish.hands_in else None
    if ready and ready.problems:
        raise NotReady(ready.problems)
    rows = ready.rows if ready else plan.stored
    if not rows:
        raise Refused("変わるところがないため、何も保存していません。")
    store(rows, imported, by=by, hands_in=wish.hands_in)
    done = Done(plan.counts, [row.item.pk for row in rows] if ready else [])
    imported.state = SheetImport.State.CONFIRMED
    imported.confirmed_at = timezone.now()
    imported.content["done"] = {
        "by": by.pk,
        "counts": done.counts,
        "handed_in": len(done.handed_in),
    }
    imported.save()
    return done


def plan_now(imported: SheetImport, asked: Asked, *, locked=False) -> Plan:
    """What the import would do as things stand."""
    return plan_file(
        imported.content,
        asked,
        answers=asked.answers(lock=locked),
        known=asked.known(),
    )


def _named(content, asked):
    codes = {same_word(row.cells.get("code", "")) for row in rows_of(content)}
    return [asked.items[code] for code in codes if code in asked.items]


def _refuse_what_was_not_seen(plan, wish):
    if plan.digest() != wish.looked_at:
        raise NotAsLookedAt(
            "確かめているあいだに、登録されている内容が変わりました。"
            "何も保存していません。下の内容をもう一度確かめてください。"
        )
    if plan.has_mistakes:
        raise Refused("エラーの行があるため、何も保存していません。")
    if not set(plan.doubts) <= wish.ticked:
        raise Refused(
            "確かめていないことがあります。何も保存していません。"
            "「確かめること」の各行を見て、印を付けてください。"
        )
