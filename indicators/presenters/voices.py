"""What a department and the committee say, with what was corrected of it since.

Reviews and opinions are parts of a page's one query; the newest one of a finished year
speaks, on every page alike and named with its year.
"""

from datetime import date

from django.db.models import CharField, F
from django.db.models.functions import Cast

from initiatives.corrections import by_record, corrections_of, history_part
from initiatives.models import CommitteeOpinion, Review
from initiatives.voice_words import OPINION_WORDS, REVIEW_WORDS, rating_text
from plans.fiscal_year import era_text, latest_finished
from plans.parts import part


def review_parts(**subject) -> tuple:
    """The public reviews of one subject: `initiative=…`, `measure=…` or `policy=…`."""
    columns = {"rating": "rating", "comment": "comment"}
    return _parts("review", Review, subject, columns)


def opinion_parts(policy_id: int) -> tuple:
    return _parts("opinion", CommitteeOpinion, {"policy": policy_id}, {"text": "text"})


def _parts(kind, model, subject, columns):
    rows = model.objects.filter(state=model.State.PUBLISHED, **subject)
    return (
        part(
            kind,
            rows.annotate(code=Cast("pk", CharField()), position=F("fiscal_year")),
            id="pk",
            year="fiscal_year",
            **columns,
        ),
        history_part(
            f"{kind}_history",
            model.history.filter(**subject),
            state="state",
            **columns,
        ),
    )


def heard(rows: list[dict], today: date) -> list[dict]:
    """The reviews or opinions of the years that are over, newest first."""
    last = latest_finished(today)
    found = (row for row in rows if row["year"] <= last)
    return sorted(found, key=lambda row: row["year"], reverse=True)


def review_texts(parts: dict, today: date) -> dict | None:
    """The newest review of a finished year, and those of the years before."""
    found = heard(parts["review"], today)
    if not found:
        return None
    history = by_record(parts["review_history"])
    newest, *earlier = (_review(row, history[row["id"]]) for row in found)
    return {**newest, "earlier": earlier}


def _review(row, history):
    return {
        "year": era_text(row["year"]),
        "rating": rating_text(row),
        "comment": row["comment"],
        "corrections": corrections_of(history, REVIEW_WORDS),
    }


def opinion_texts(parts: dict, today: date) -> dict | None:
    """The newest opinion on a finished year, and those on the years before."""
    found = heard(parts["opinion"], today)
    if not found:
        return None
    history = by_record(parts["opinion_history"])
    newest, *earlier = (_opinion(row, history[row["id"]]) for row in found)
    return {**newest, "earlier": earlier}


def _opinion(row, history):
    return {
        "year": era_text(row["year"]),
        "text": row["text"],
        "corrections": corrections_of(history, OPINION_WORDS),
    }
