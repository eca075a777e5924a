"""One press of a button on the entry page: what is sent, what is done and said."""

from dataclasses import replace

from django.contrib.messages import constants as levels
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from indicators.entry.asked import asked_of
from indicators.entry.choice import Choice, to_correct
from indicators.entry.forms import keys_among
from indicators.entry.page import names_of
from indicators.entry.rows import anchor_of, form_class, prefix_of
from indicators.entry.saving import Sent, hold, save_answers
from indicators.entry.submitting import save_and_submit, withdraw
from indicators.entry.words import name_of, where_it_goes, why_read_only
from indicators.models import CollectionRound
from indicators.rounds.mails import notify_submitted
from initiatives.models import OPEN_STATES


class Sending:
    """The rows of a POST. `messages` are (level, sentence), to be shown once.

    A round that asks the person nothing does not exist for them.
    """

    def __init__(self, person, round_: CollectionRound, values, files):
        self.person, self.round, self.values = person, round_, values
        self.messages = []
        asked = asked_of(person).filter(round=round_)
        if not asked.exists():
            raise Http404
        wanted = keys_among(values.getlist("item"))
        self.rows = [
            Sent(item, form_class(item)(values, files, prefix=prefix_of(item)))
            for item in asked.filter(pk__in=wanted)
        ]
        self._tell_of_lost_items(wanted)
        taken_back = keys_among(values.getlist("withdraw"))
        self.withdrawn = asked.filter(pk__in=taken_back).first() if taken_back else None
        self.correct = to_correct(values)

    @property
    def is_kept_open(self) -> bool:
        return any(row.is_kept_open for row in self.rows)

    @property
    def has_conflicts(self) -> bool:
        return any(row.is_conflict for row in self.rows)

    def goes_to(self, choice: Choice) -> str:
        """Where a person goes on after everything was kept."""
        if self.correct:
            address = choice.address(self.round, correct=self.correct)
            return f"{address}#{anchor_of(self.correct)}"
        wants_next = self.values.get("do") == "next"
        return choice.address(self.round, page=choice.number + wants_next)

    def stays_on(self, choice: Choice) -> Choice:
        """What is shown where not everything was kept."""
        return replace(choice, correct=self.correct) if self.correct else choice

    def carry_out(self, today) -> None:
        why = why_read_only(self.round, today)
        if why:
            for row in self.rows:
                row.errors.append(why)
            self._say(levels.ERROR, f"保存していません。{why}")
        elif self.values.get("do") == "submit":
            submitted = save_and_submit(self.rows, by=self.person)
            mails = notify_submitted([row.item for row in submitted], self.person)
            self._tell_of_submitting(submitted, where_it_goes(mails))
        else:
            # What is taken back first can be changed in the same press.
            with transaction.atomic():
                self._withdraw()
                save_answers(self.rows, by=self.person)
            self._tell_of_saving()

    def _withdraw(self):
        if self.withdrawn is None:
            return
        hold([*(row.item for row in self.rows), self.withdrawn])
        try:
            withdraw(self.withdrawn, by=self.person)
        except ValidationError as refused:
            self._say(levels.ERROR, "".join(refused.messages))
        else:
            name = name_of(self.withdrawn)
            self._say(
                levels.SUCCESS,
                f"{name}の提出を取り下げました。直したら、もう一度提出してください。",
            )

    def _tell_of_saving(self):
        saved = sum(row.is_saved for row in self.rows)
        if saved:
            self._say(levels.SUCCESS, f"{saved}件を下書きに保存しました。")
        self._tell_of_evidence()
        if not self.correct:
            self._tell_of_nothing()
        self._tell_of_kept_open()

    def _tell_of_nothing(self):
        if not (self.messages or self.is_kept_open):
            self._say(levels.INFO, "変わったところはありませんでした。")

    def _tell_of_evidence(self):
        added = sum(row.evidence for row in self.rows)
        removed = sum(row.removed for row in self.rows)
        if added:
            self._say(levels.SUCCESS, f"根拠を{added}件加えました。")
        if removed:
            self._say(levels.SUCCESS, f"根拠を{removed}件外しました。")

    def _tell_of_submitting(self, submitted, told):
        if submitted:
            self._say(levels.SUCCESS, f"{len(submitted)}件を提出しました。{told}")
        again = sum(_is_there_already(row) for row in self.rows)
        if again:
            self._say(levels.INFO, f"{again}件は、すでに提出されています。")
        self._tell_of_evidence()
        left = [row for row in self.rows if _is_left(row)]
        if left:
            self._say(
                levels.WARNING,
                f"{len(left)}件は、まだ提出していません：{names_of(left)}。"
                "入力したところまでを下書きに保存しました。",
            )
        self._tell_of_nothing()
        self._tell_of_kept_open()

    def _tell_of_kept_open(self):
        kept = [row for row in self.rows if row.is_kept_open]
        if kept:
            self._say(
                levels.ERROR,
                f"{len(kept)}件は、まだ保存していません：{names_of(kept)}。"
                "入力した内容は、下の欄に残っています。",
            )

    def _tell_of_lost_items(self, wanted):
        lost = wanted - {row.item.pk for row in self.rows}
        if not lost:
            return
        typed = "、".join(
            f"「{text}」"
            for pk in sorted(lost)
            for name in ("cell", "note", "reason", "comment")
            if (text := self.values.get(f"i{pk}-{name}", "").strip())
        )
        kept = f"入力されていた内容：{typed}" if typed else ""
        self._say(
            levels.ERROR,
            f"{len(lost)}件は、あなたの担当ではなくなったため保存していません。{kept}",
        )

    def _say(self, level, sentence):
        self.messages.append((level, sentence))


def _is_there_already(row):
    return row.is_as_typed and row.answer.state not in OPEN_STATES


def _is_left(row):
    if row.is_kept_open:
        return False
    return row.answer is None or row.answer.state in OPEN_STATES
