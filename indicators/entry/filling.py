"""What a valid form says, put into its answer, figure or review."""

from indicators.entry.figures import fill
from indicators.entry.forms import AnswerForm
from indicators.entry.known import Known
from indicators.entry.reading import Reading
from initiatives.models import Answer


def fill_answer(
    answer: Answer, form: AnswerForm, known: Known | None
) -> Reading | None:
    """Gives the reading of a figure's cell; None for a review, which has none."""
    if known:
        return fill(answer, form, known)
    answer.rating = form.cleaned_data["rating"]
    answer.comment = form.cleaned_data["comment"]
    return None
