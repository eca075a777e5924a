"""Two people, one record: what is stored now beside what was typed."""

from indicators.entry.answers import is_changeable
from indicators.entry.forms import FigureForm, ReviewForm
from indicators.entry.known import shown_text
from indicators.models import Observation
from initiatives.models import Answer
from plans.admin.conflicts.who import moment_text
from plans.admin.conflicts.words import EMPTY, text_of
from plans.person_names import person_name

# The fields of a record with the controls that fill them, in the page's order.
_FIGURE = {
    "value_state": "state",
    "provisional": "provisional",
    "note": "note",
    "reason": "reason",
    "correction_reason": "correction_reason",
    "break_in_series": "break_in_series",
}
_REVIEW = {"rating": "rating", "comment": "comment"}


def conflict_words(stored: Answer, typed: Answer) -> dict:
    """The box above a row that was not saved; one query for who was first."""
    return {
        "sentence": f"{_who(stored)}。あなたの入力は、まだ保存していません。",
        "next": _next(stored),
        "differences": _differences(stored, typed),
    }


def _who(stored):
    last = stored.history.select_related("history_user").first()
    when = moment_text(last.history_date)
    if last.history_user is None:
        return f"この画面を開いたあと、{when}に内容が変わりました"
    name = person_name(last.history_user)
    return f"この画面を開いたあと、{name}さんが{when}に保存しました"


def _next(stored):
    if is_changeable(stored):
        return (
            "下の欄には、あなたの入力が残っています。"
            "もう一度保存すると、あなたの入力で置き換えます。"
            "いまの内容のままでよいときは、この画面を開き直してください。"
        )
    return (
        f"いまは「{stored.get_state_display()}」のため、このままでは保存できません。"
        "直すときは、提出を取り下げるか、計画担当に差戻しを頼んでください。"
    )


def _differences(stored, typed):
    if isinstance(stored, Observation):
        form, fields = FigureForm, _FIGURE
        cells = shown_text(stored) or EMPTY, shown_text(typed) or EMPTY
        rows = [(form.base_fields["cell"].label, *cells)]
    else:
        form, fields, rows = ReviewForm, _REVIEW, []
    for name, control in fields.items():
        field = stored._meta.get_field(name)
        label = form.base_fields[control].label
        rows.append((label, text_of(stored, field), text_of(typed, field)))
    return [
        {"label": label, "stored": old, "typed": new}
        for label, old, new in rows
        if old != new
    ]
