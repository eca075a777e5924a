"""A figure between its controls and its record."""

from indicators.cells.words import LABELS
from indicators.entry.forms import FigureForm
from indicators.entry.known import Known, shown_text
from indicators.entry.reading import Reading, Typed, read, settled, with_remark
from indicators.models import Observation

# What stands beside a value, under the same names in the form and in the record.
WORDS = ("break_in_series", "note", "reason", "correction_reason")


def typed_of(observation: Observation) -> Typed:
    """The controls as the record fills them."""
    answer = LABELS.get(observation.value_state, "")
    return Typed(
        cell=shown_text(observation),
        state=observation.value_state,
        provisional=observation.provisional,
        answer="0" if observation.value == 0 else answer,
    )


def reading_of(observation: Observation, known: Known) -> Reading:
    """The record read again: says the same of a cell as when it was typed."""
    return read(typed_of(observation), known.expected)


def fill(observation: Observation, form: FigureForm, known: Known) -> Reading:
    """Put what a valid form says into the record; what is not read stays as typed."""
    data = form.cleaned_data
    typed = Typed(data["cell"], data["state"], data["provisional"], data["answer"])
    for name in WORDS:
        setattr(observation, name, data[name])
    return take(observation, typed, known)


def take(observation: Observation, typed: Typed, known: Known) -> Reading:
    """Put a value as it was typed into the record, and its remark into the note.

    The record holds the new words already, and still the old value.
    """
    old = reading_of(observation, known)
    reading = read(settled(typed, _shown(observation, old)), known.expected)
    observation.raw = typed.cell
    observation.value, observation.value_state = reading.value, reading.state
    observation.provisional = reading.provisional
    observation.note = with_remark(observation.note, reading.remark, old.remark)
    return reading


def initial_of(observation: Observation, reading: Reading, confirmed: bool) -> dict:
    """What the controls hold when the page is made."""
    return {
        "cell": shown_text(observation),
        "state": observation.value_state,
        "provisional": observation.provisional,
        "answer": reading.answer,
        "confirmed": confirmed,
        "break_in_series": observation.break_in_series,
        "note": observation.note,
        "reason": observation.reason,
        "correction_reason": observation.correction_reason,
    }


def _shown(observation, reading):
    """The controls as the page showed them: an answer only where it was asked for."""
    typed = typed_of(observation)
    return Typed(typed.cell, typed.state, typed.provisional, reading.answer)
