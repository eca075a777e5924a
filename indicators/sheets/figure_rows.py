"""One row of 実績: what it would make of the stored figure."""

from copy import copy

from indicators.cells import Doubt
from indicators.entry.figures import WORDS, take
from indicators.entry.known import Known, shown_text
from indicators.entry.readiness import doubts_of
from indicators.entry.reading import Reading, Typed
from indicators.figures import figure_text
from indicators.models import Observation
from indicators.sheets import cells
from indicators.sheets.columns import FIGURES, HEADINGS, NO, READ, YES
from indicators.sheets.planned import Change, PlannedRow
from indicators.sheets.stored_cells import cells_of, is_same_text, says_the_same
from plans.tables import Mark
from plans.typed_text import quoted

_COLUMN = {column.key: column for column in READ[FIGURES]}
_INPUTS = [column for column in READ[FIGURES] if column.is_input]
_HEADING = HEADINGS[FIGURES]
_NOTHING = Observation()
_STATES_WITH_A_REASON = (
    Observation.ValueState.NOT_IMPLEMENTED,
    Observation.ValueState.DISCONTINUED,
)


def plan_figure(planned: PlannedRow, known: Known, year: int) -> None:
    """Fill `planned` in: the record as it would be, changes, doubts, mistakes."""
    given = {c.key: t for c in _INPUTS if (t := planned.row.cells.get(c.key))}
    cells.take_formulas(planned, _INPUTS)
    if not given or says_the_same(given, cells_of(planned.stored)):
        return
    answer = copy(planned.stored) or Observation(
        target_id=planned.item.subject, fiscal_year=year
    )
    _take_words(planned, answer)
    reading = _take_value(planned, answer, known)
    planned.changes = _changes(planned.stored, answer, known)
    if not planned.changes:
        planned.said.clear()
        return
    planned.answer = answer
    if reading:
        planned.doubts += doubts_of(reading, known)
        planned.doubts += _provisional_doubt(planned, answer)
    _ask_for_a_reason(planned, answer)


def _take_words(planned, answer):
    for name in WORDS:
        column = _COLUMN[name]
        if name == "break_in_series":
            said = cells.yes_or_no(planned, column)
        else:
            said = cells.words(planned, column)
        if said is not None and not is_same_text(said, getattr(answer, name)):
            setattr(answer, name, said)
    answer.note = " ".join(answer.note.split("\n"))


def _take_value(planned, answer, known) -> Reading | None:
    """The value and its state; None where neither cell was filled in."""
    row = planned.row.cells
    state = cells.value_state(planned, _COLUMN["state"])
    provisional = cells.yes_or_no(planned, _COLUMN["provisional"])
    if provisional is not None:
        answer.provisional = provisional
    if "value" not in row and not state:
        return None
    text = row.get("value", "")
    if planned.row.has("value", Mark.PERCENT):
        text = f"{text}%"
    reading = take(answer, Typed(text, state, answer.provisional), known)
    if reading.refusal:
        _refuse(planned, reading, text, state)
    elif provisional is False and reading.provisional:
        planned.refuse(
            _HEADING["provisional"],
            row["provisional"],
            f"「{NO}」と、「{_HEADING['value']}」の{quoted(text)}が合いません。"
            f"確定値なら数だけを、速報なら「{YES}」と書いてください。",
        )
    return reading


def _refuse(planned, reading, text, state):
    heading = _HEADING["value"]
    if reading.choices:
        answers = "".join(f"「{word}」" for word, _ in reading.choices)
        planned.refuse(
            heading,
            text,
            f"{quoted(text)}は、課によって意味が違うため取り込めません。"
            f"{answers}のどれかを書いてください。",
        )
    elif reading.state and text and state:
        planned.refuse(
            heading,
            text,
            f"{quoted(text)}と、「{_HEADING['state']}」の"
            f"{quoted(planned.row.cells['state'])}が合いません。"
            "どちらか一方だけを書いてください。",
        )
    else:
        planned.refuse(heading, text, reading.refusal)


def _provisional_doubt(planned, answer):
    """A final figure whose 速報 was only left blank would stay provisional for good."""
    is_left = planned.stored and planned.stored.provisional
    if not (is_left and answer.provisional) or "provisional" in planned.row.cells:
        return []
    said = (
        f"「{_HEADING['provisional']}」が空欄なので、いまのまま速報として取り込みます。"
        f"確定値なら「{NO}」と書いてください。"
    )
    return [Doubt("still_provisional", said)]


def _ask_for_a_reason(planned, answer):
    if answer.value_state in _STATES_WITH_A_REASON and not answer.reason:
        word = answer.get_value_state_display()
        planned.refuse(
            _HEADING["reason"], "", f"「{word}」のときは、理由を書いてください。"
        )


def _changes(stored: Observation | None, answer, known) -> list[Change]:
    """What differs, as the sheet shows it; another way to type one number does not."""
    stored = stored or _NOTHING
    pairs = [
        ("value", _value_words(stored, known), _value_words(answer, known)),
        ("provisional", stored.provisional, answer.provisional),
        *((name, getattr(stored, name), getattr(answer, name)) for name in WORDS),
    ]
    return [
        Change(_HEADING[key], _text(old), _text(new))
        for key, old, new in pairs
        if old != new
    ]


def _value_words(observation, known):
    if observation.value_state:
        return observation.get_value_state_display()
    if observation.value is None:
        return shown_text(observation)
    return figure_text(observation.value, known.decimals, known.unit)


def _text(value):
    if isinstance(value, bool):
        return YES if value else NO
    return value
