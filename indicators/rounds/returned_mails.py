"""Telling those who answer that something came back to be mended."""

from collections import defaultdict
from collections.abc import Iterable

from indicators.models import Observation, RoundItem
from indicators.rounds.mails import SIGNATURE, Letter, send, way_to
from indicators.rounds.recipients import answering
from plans.fiscal_year import era_text


def notify_returned(answers: Iterable, by) -> int:
    """One mail an address; how many went out.

    Who submitted is told; where they left or have no address, whoever answers for the
    item now. The remark stays on the screen: it may hold what a mail must not.
    """
    found = defaultdict(list)
    for answer in answers:
        for address in _addresses(answer, by):
            found[address].append(answer)
    return sum(send(_returned(address, rows)) for address, rows in found.items())


def _addresses(answer, by):
    person = answer.submitted_by
    if person and person.is_active and person.email:
        return [person.email] if person != by else []
    item = _item(answer)
    told = answering(item) if item else {}
    return [address for address, person in told.items() if person and person != by]


def _item(answer):
    kinds = ("target",)
    if not isinstance(answer, Observation):
        kinds = ("initiative", "measure", "policy")
    subject = {f"{kind}_id": key for kind in kinds if (key := _key(answer, kind))}
    items = RoundItem.objects.filter(round__fiscal_year=answer.fiscal_year, **subject)
    return items.select_related("person", "round__publisher").first()


def _key(answer, kind):
    return getattr(answer, f"{kind}_id")


def _returned(address, answers):
    year = era_text(answers[0].fiscal_year)
    return Letter(
        address,
        f"{year}の実績：{len(answers)}件が差し戻されました",
        f"ご担当者様\n\n提出した{year}の実績・評価のうち、{len(answers)}件が"
        "差し戻されました。理由は入力の画面に出ています。直して、もう一度提出して"
        f"ください。\n\n{way_to('my-figures', 'わたしの担当')}\n\n"
        f"分からないことは、計画担当にお尋ねください。\n\n{SIGNATURE}",
    )
