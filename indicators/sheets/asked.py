"""What a round asks, by the codes that stand in its sheets, and what is stored of it.

Read with a number of queries that does not grow with the round.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from indicators.entry.known import Known, known_of
from indicators.models import CollectionRound, Observation, RoundItem, Target
from indicators.rights import APPROVE, items_to_answer
from indicators.sheets.columns import FIGURES, REVIEWS
from initiatives.models import Answer, Review

# The addresses of the reviewed parts; a code alone may stand for several of them.
REVIEWED = {
    "initiative": "initiatives",
    "measure": "measures",
    "policy": "policies",
}
# What of an answer a person can have seen, to notice that it changed meanwhile.
_SEEN = {
    Observation: (
        "state",
        "value",
        "value_state",
        "provisional",
        "break_in_series",
        "note",
        "reason",
        "correction_reason",
    ),
    Review: ("state", "rating", "comment"),
}


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One item of a round: its key, what it is about, who answers for it."""

    pk: int
    kind: str
    subject: int
    plan: int
    department: str
    is_own: bool

    @property
    def sheet(self) -> str:
        return FIGURES if self.kind == "target" else REVIEWS


class Asked:
    """The items of a round by their codes, as one person may answer them."""

    def __init__(self, round_: CollectionRound, person, own: QuerySet | None = None):
        """`own` are the items that the person may answer, where they are known."""
        self.round, self.person = round_, person
        self.own = items_to_answer(person, round_.items.all()) if own is None else own
        self.items = _items(round_, self._own_keys())

    @property
    def year(self) -> int:
        return self.round.fiscal_year

    def _own_keys(self):
        if self.person.has_perm(APPROVE):
            return None
        return set(self.own.values_list("pk", flat=True))

    def answers(self, *, lock=False) -> dict[str, Answer]:
        """The stored answers by code; `lock` holds them until the transaction ends."""
        found = {}
        by_subject = {(i.kind, i.subject): code for code, i in self.items.items()}
        for rows in (self._figures(), self._reviews()):
            rows = rows.order_by("pk")
            for row in rows.select_for_update(of=("self",)) if lock else rows:
                # An item that was added while this is read is not known yet.
                if code := by_subject.get(_subject_of(row)):
                    found[code] = row
        return found

    def _figures(self) -> QuerySet:
        return Observation.objects.filter(
            target__round_items__in=self.own, fiscal_year=self.year
        )

    def _reviews(self) -> QuerySet:
        asked = Q()
        for kind in REVIEWED:
            asked |= Q(**{f"{kind}__in": self.own.order_by().values(kind)})
        if not any(item.kind in REVIEWED for item in self.items.values()):
            return Review.objects.none()
        return Review.objects.filter(asked, fiscal_year=self.year)

    def known(self) -> dict[int, Known]:
        """What is known of each own figure, by the key of its target."""
        targets = Target.objects.filter(round_items__in=self.own)
        return known_of(targets, self.year)


def _items(round_, own) -> dict[str, AskedItem]:
    rows = round_.items.order_by("pk").values_list(
        "pk",
        "department__name",
        *(f"{kind}_id" for kind in RoundItem.SUBJECTS),
        *(f"{kind}__code" for kind in RoundItem.SUBJECTS),
        *(f"{kind}__plan__slug" for kind in RoundItem.SUBJECTS),
        *(f"{kind}__plan_id" for kind in RoundItem.SUBJECTS),
    )
    width = len(RoundItem.SUBJECTS)
    found = {}
    for pk, department, *of_subjects in rows:
        keys = of_subjects[:width]
        place = next(place for place, key in enumerate(keys) if key)
        subject, code, slug, plan = of_subjects[place::width]
        kind = RoundItem.SUBJECTS[place]
        found[code_of(kind, slug, code)] = AskedItem(
            pk,
            kind,
            subject,
            plan,
            department or "計画担当",
            own is None or pk in own,
        )
    return found


def code_of(kind: str, plan_slug: str, code: str) -> str:
    """kashiwa-4/1-1-1 for a figure, kashiwa-4/measures/1-1 for what is reviewed."""
    if kind == "target":
        return f"{plan_slug}/{code}"
    return f"{plan_slug}/{REVIEWED[kind]}/{code}"


def marks_of(answers: dict[str, Answer], codes: Iterable[str]) -> dict[str, str]:
    """A short mark of what is stored under each code; none where nothing is."""
    return {code: mark_of(answers[code]) for code in codes if code in answers}


def mark_of(answer: Answer) -> str:
    fields = _SEEN[type(answer)]
    seen = "\0".join(str(_plain(getattr(answer, name))) for name in fields)
    return hashlib.sha256(seen.encode(errors="surrogatepass")).hexdigest()[:12]


def _plain(value):
    """904 and 904.0000 are one number."""
    return value.normalize() if hasattr(value, "normalize") else value


def _subject_of(row):
    if isinstance(row, Observation):
        return "target", row.target_id
    kind = next(kind for kind in REVIEWED if getattr(row, f"{kind}_id"))
    return kind, getattr(row, f"{kind}_id")
