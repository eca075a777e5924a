"""What a person chose for a note: done, or shown again with all that was typed."""

from dataclasses import dataclass, field

from plans.admin.opened import FIELD, Opened
from plans.editing.changed_since import changed_since_box
from plans.editing.errors import error_links
from plans.editing.merging import CONFLICT, merge_forms, opened_forms
from plans.models import SourceNote
from plans.note_work import actions
from plans.note_work.forms import ReasonForm, place_forms
from plans.note_work.listing import NOTE_FIELD
from plans.note_work.note_page import note_page
from plans.note_work.places import places_of

_UNCHANGED = (
    "変えたところがありません。このままでよいときは「認める」を選んでください。"
)


@dataclass
class Outcome:
    """`said` tells what was done; otherwise the page to show again, with its status."""

    said: str = ""
    page: dict = field(default_factory=dict)
    status: int = 200

    @property
    def is_done(self) -> bool:
        return bool(self.said)


def shown_page(note: SourceNote) -> dict:
    places = places_of(note)
    return note_page(note, places, opened_forms(place_forms(places)), _reasons())


def settle(note: SourceNote, values, user) -> Outcome:
    """`note` is locked until the end of the caller's transaction."""
    chosen = values.get("do")
    opened = Opened.sent({FIELD: values.get(NOTE_FIELD, "")})
    if opened is None or not opened.has_current(note):
        return _changed(note, values, user, opened)
    if chosen == "accept":
        actions.accept(note, by=user)
        return Outcome("注記を認めました。「済んだもの」に移りました。")
    if chosen == "again":
        actions.take_up_again(note, by=user)
        return Outcome("もう一度確かめる一覧に戻しました。")
    reason = ReasonForm(values, prefix=chosen)
    if chosen == "dismiss" and reason.is_valid():
        actions.dismiss(note, by=user, reason=reason.cleaned_data["reason"])
        return Outcome("注記を取り下げました。理由は注記と一緒に公開されます。")
    if chosen == "correct":
        return _correct(note, values, user, reason)
    return _again(note, values, error_links([reason]) if chosen == "dismiss" else [])


def _correct(note, values, user, reason):
    why = reason.cleaned_data["reason"] if reason.is_valid() else ""
    places = places_of(note, lock=True)
    build = place_forms(places, why)
    sent = merge_forms(build, values, user=user)
    mistakes = error_links([*sent.forms, reason])
    if not mistakes and not any(form.has_changed() for form in sent.forms):
        mistakes = [{"href": "", "text": _UNCHANGED}]
    if mistakes or sent.box:
        reasons = {**_reasons(), "correct": reason}
        page = note_page(note, places, sent, reasons, mistakes=mistakes)
        return Outcome(page=page, status=CONFLICT if sent.box else 200)
    actions.correct(note, sent.forms, by=user, reason=why)
    return Outcome("直しました。公開ページは、次に開いたときから新しい内容です。")


def _changed(note, values, user, opened):
    outcome = _again(note, values, [])
    outcome.page["box"] = changed_since_box([note], opened, user)
    outcome.status = CONFLICT
    return outcome


def _again(note, values, mistakes):
    """The page with what was typed; places whose record has changed show their own."""
    places = places_of(note)
    sent = opened_forms(place_forms(places))
    reasons = _reasons()
    if values.get("do") in reasons:
        chosen = values["do"]
        reasons[chosen] = ReasonForm(values, prefix=chosen)
    if values.get("do") == "correct":
        sent.forms = place_forms(places)(values)
    return Outcome(page=note_page(note, places, sent, reasons, mistakes=mistakes))


def _reasons():
    return {name: ReasonForm(prefix=name) for name in ("correct", "dismiss")}
