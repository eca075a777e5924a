"""The files and links behind the answers of a page, as plain values."""

from collections import defaultdict

from django.urls import reverse

from indicators.models import Evidence


def add_evidence_lists(cards: list[dict]) -> None:
    """Give each card its `evidence`; one query for all of them."""
    found = defaultdict(list)
    for evidence in Evidence.objects.filter(item__in=[card["pk"] for card in cards]):
        found[evidence.item_id].append(evidence)
    for card in cards:
        card["evidence"] = [_link(each, card) for each in found[card["pk"]]]


def _link(evidence, card):
    return {
        "pk": evidence.pk,
        "name": str(evidence),
        "url": evidence.link or reverse("evidence-file", args=[evidence.pk]),
        "may_remove": card["may_remove"] and _is_new(evidence, card["published_at"]),
        "is_ticked": evidence.pk in card["removed"],
    }


def _is_new(evidence, published_at):
    """Whether no publication rests on it."""
    return published_at is None or evidence.added_at > published_at
