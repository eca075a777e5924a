"""What figures and reviews have in common on the approver's screen."""

from collections import defaultdict

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from indicators.approvals.waiting import APPROVED, SUBMITTED
from indicators.models import Evidence
from indicators.rounds.item_rows import subject_title
from initiatives.answers import allows_own_approval, is_own
from plans.fiscal_year import day_text, era_text
from plans.person_names import person_name
from plans.presenters import plan_name
from plans.versions import version_of

PEOPLE = ("submitted_by", "entered_by", "approved_by")


def in_order(found, keys):
    by_key = {row.pk: row for row in found}
    return [by_key[key] for key in keys if key in by_key]


def common(kind, answer, subject, person):
    own = is_own(answer, person) and answer.state == SUBMITTED
    allowed = allows_own_approval(answer)
    return {
        "kind": kind,
        "pk": answer.pk,
        "key": f"{kind}-{answer.pk}",
        "version": version_of(answer),
        "title": subject_title(subject),
        "year": era_text(answer.fiscal_year),
        "plan": plan_name(answer.plan),
        "url": subject.get_absolute_url(),
        "submitted": _who_and_when(
            "提出", answer.submitted_by or answer.entered_by, answer.submitted_at
        ),
        "approved": _who_and_when("承認", answer.approved_by, answer.approved_at)
        if answer.state == APPROVED
        else "",
        "may_tick": not own or allowed,
        "own": _own_text(allowed) if own else "",
    }


def _own_text(allowed):
    if allowed:
        return (
            "自分で入力・提出したものです。発行者の設定により承認できます。"
            "承認したことは履歴に残ります。"
        )
    return "自分で入力・提出したものは承認できません。ほかの人が承認します。"


def _who_and_when(word, person, at):
    if person is None and at is None:
        return ""
    day = day_text(timezone.localdate(at)) if at else ""
    return f"{word}：{day} {person_name(person) if person else ''}".strip()


def evidence_of(kinds, answers):
    """What was attached, by subject and year: a file's own address, or a link."""
    found = defaultdict(list)
    wanted = Q()
    for kind in kinds:
        keys = {getattr(answer, f"{kind}_id") for answer in answers} - {None}
        wanted |= Q(**{f"item__{kind}__in": keys})
    years = {answer.fiscal_year for answer in answers}
    rows = Evidence.objects.filter(wanted, item__round__fiscal_year__in=years)
    for row in rows.select_related("item__round"):
        for kind in kinds:
            if pk := getattr(row.item, f"{kind}_id"):
                found[kind, pk, row.item.round.fiscal_year].append(_link(row))
    return found


def _link(evidence):
    if evidence.file:
        url = reverse("evidence-file", args=[evidence.pk])
        return {"text": evidence.name or "ファイル", "url": url, "is_file": True}
    return {
        "text": evidence.name or evidence.link,
        "url": evidence.link,
        "is_file": False,
    }
