"""The card of one answer on the entry page, open or locked, as plain values."""

from indicators.entry import facts
from indicators.entry.answers import is_changeable
from indicators.entry.conflicts import conflict_words
from indicators.entry.figures import reading_of
from indicators.entry.known import published_at
from indicators.entry.readiness import doubts_of, moves_oddly
from indicators.entry.rows import Row, anchor_of
from indicators.entry.words import state_of, subject_words, tag_of
from initiatives.models import OPEN_STATES, AnswerState
from plans.fiscal_year import era_text


def open_card(row: Row) -> dict:
    """A row that can be filled in."""
    problems = row.problems()
    _mark(row.form, problems)
    sent = row.sent
    page = {
        **_head(row),
        "is_open": True,
        "form": row.form,
        "problems": problems,
        "errors": sent.errors if sent else [],
        "remark": row.answer.remark,
        "conflict": None,
        "may_remove": row.stored is None or row.stored.state in OPEN_STATES,
        "remove_name": row.form.add_prefix("remove"),
        "removed": row.form.removed,
        "published_at": published_at(row.known),
    }
    if sent and sent.is_conflict:
        page["conflict"] = conflict_words(row.stored, row.answer)
        page["can_withdraw"] = row.stored.state == AnswerState.SUBMITTED
    if row.known:
        page |= _figure_parts(row)
    return page


def locked_card(row: Row, *, read_only: bool) -> dict:
    """A row that only shows what is stored, and says what can be done about it."""
    answer, may_act = row.answer, not read_only
    can_withdraw = may_act and answer.state == AnswerState.SUBMITTED
    is_done = answer.state not in OPEN_STATES
    can_correct = may_act and is_done and is_changeable(answer)
    page = {
        **_head(row),
        "is_open": False,
        "what_next": "" if read_only else _what_next(answer),
        "can_withdraw": can_withdraw,
        "can_correct": can_correct,
        "has_button": can_withdraw or can_correct,
        "said": [],
        "may_remove": False,
        "removed": (),
        "published_at": None,
    }
    if row.known:
        judgement = row.known.judgement(answer, row.today)
        page["facts"] = facts.facts(row.known, judgement)
        page["value"] = facts.value_text(row.known, answer)
        said = (("備考", answer.note), ("理由", answer.reason))
    else:
        page["value"] = answer.get_rating_display() or "評価がありません"
        said = (("担当課のことば", answer.comment),)
    page["said"] = [{"label": label, "text": text} for label, text in said if text]
    return page


_WHAT_NEXT = {
    AnswerState.SUBMITTED: (
        "計画担当の確認を待っています。承認されるまでは、取り下げて直せます。"
    ),
    AnswerState.APPROVED: (
        "承認されました。公開は計画担当が行います。"
        "直したいときは、計画担当に差戻しを頼んでください。"
    ),
    AnswerState.PUBLISHED: "公開されています。",
}


def _what_next(answer):
    said = _WHAT_NEXT.get(answer.state, "")
    if answer.state == AnswerState.PUBLISHED and not is_changeable(answer):
        said += "直したいときは、計画担当に知らせてください。"
    return said


def _head(row):
    return {
        **subject_words(row.item),
        "pk": row.item.pk,
        "anchor": anchor_of(row.item.pk),
        "tag": tag_of(state_of(row.stored)),
        "is_figure": row.known is not None,
    }


def _figure_parts(row):
    """What stands beside the box: figures, the cell read back, questions, doubts."""
    known, answer = row.known, row.answer
    reading = reading_of(answer, known)
    judgement = known.judgement(answer, row.today)
    said = reading.said
    if reading.value is not None:
        said += facts.judged_words(judgement)
    needs_reason = bool(known.reason_needed(answer) or moves_oddly(reading, known))
    return {
        "facts": [*facts.facts(known, judgement), *facts.public_facts(known)],
        "unit": known.unit,
        "cell_label": f"{era_text(known.year)}の実績",
        "said": said if row.is_read else "",
        "choices": [
            {"answer": word, "label": label, "is_chosen": word == reading.answer}
            for word, label in reading.choices
        ],
        "doubts": [doubt.sentence for doubt in doubts_of(reading, known)],
        "reason_word": _how_wanted(needs_reason),
        "is_correction": known.published is not None,
        "correction_word": _how_wanted(known.corrects_published(answer)),
        "has_more": answer.break_in_series,
    }


def _how_wanted(is_needed):
    return f"{'必須' if is_needed else '任意'}・公開されます"


def _mark(form, problems):
    """Tell screen readers which controls the sentences are about."""
    for name in problems:
        if name in form.fields and name not in ("answer", "rating"):
            attrs = form.fields[name].widget.attrs
            attrs["aria-invalid"] = "true"
            attrs["aria-describedby"] = f"{form[name].id_for_label}-err"
