"""Two people, one record: what is stored now beside what was typed."""

from indicators.entry.answers import is_changeable
from indicators.entry.known import shown_text
from indicators.models import Observation
from indicators.rounds.words import name_of
from initiatives.models import Answer
from plans.admin.conflicts.words import EMPTY, moment_text, text_of

_FIELDS = {
    True: (
        "value_state",
        "provisional",
        "break_in_series",
        "note",
        "reason",
        "correction_reason",
    ),
    False: ("rating", "comment"),
}


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
    name = name_of(last.history_user)
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
    is_figure = isinstance(stored, Observation)
    rows = []
    if is_figure:
        cells = shown_text(stored) or EMPTY, shown_text(typed) or EMPTY
        rows.append(("実績", *cells))
    for name in _FIELDS[is_figure]:
        field = stored._meta.get_field(name)
        texts = text_of(stored, field), text_of(typed, field)
        rows.append((str(field.verbose_name), *texts))
    return [
        {"label": label, "stored": old, "typed": new}
        for label, old, new in rows
        if old != new
    ]
