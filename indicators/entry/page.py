"""The page on which a person answers one round: all of it, as plain values."""

from indicators.entry.answers import is_changeable, stored_answers
from indicators.entry.asked import asked_of, counts_by_state
from indicators.entry.cards import locked_card, open_card
from indicators.entry.choice import (
    ROWS,
    Choice,
    filter_links,
    narrowed,
    on_a_page,
    pager,
)
from indicators.entry.confirming import confirmed_among
from indicators.entry.evidence import LIMITS
from indicators.entry.evidence_list import add_evidence_lists
from indicators.entry.known import known_figures
from indicators.entry.rows import Row
from indicators.entry.words import due_words, name_of, why_read_only
from indicators.rounds.standing import OWED
from initiatives.models import OPEN_STATES
from plans.fiscal_year import era_text


def entry_page(person, round_, choice: Choice, today, sent=()) -> dict | None:
    """The page; None where the round asks the person nothing.

    `sent` are the rows of a form that was not wholly saved: they are shown again, in
    the place of those that the choice names. The one to be corrected comes after them.
    """
    asked = asked_of(person).filter(round=round_)
    counts = counts_by_state(asked)
    if not counts:
        return None
    choice = on_a_page(choice, counts)
    sent_by_item = {row.item.pk: row for row in sent}
    if sent:
        items = [row.item for row in sent]
        if choice.correct and choice.correct not in sent_by_item:
            items += asked.filter(pk=choice.correct)
    else:
        start = (choice.number - 1) * ROWS
        items = list(narrowed(asked, choice.narrowed)[start : start + ROWS])
    read_only = why_read_only(round_, today)
    rows = _rows(items, choice, today, read_only, sent_by_item)
    add_evidence_lists(rows)
    _add_owner(rows, items, person)
    return {
        **_head(round_, counts, today, read_only, rows),
        "filters": filter_links(round_, choice, counts),
        "rows": rows,
        "evidence_limits": LIMITS,
        "action": choice.address(round_, correct=choice.correct),
        "has_form": any(row["is_open"] or row["has_button"] for row in rows),
        "open_count": sum(row["is_open"] for row in rows),
        "summary": _summary(rows),
        "pager": pager(round_, choice, counts),
    }


def _rows(items, choice, today, read_only, sent):
    answers, known = stored_answers(items) if items else {}, known_figures(items)
    confirmed = confirmed_among(answers.values())
    pages = []
    for item in items:
        kept = sent.get(item.pk)
        kept = kept if kept and kept.is_kept_open else None
        answer = answers.get(item.pk)
        row = Row(
            item,
            answer,
            known.get(item.pk),
            today=today,
            confirmed=confirmed,
            sent=kept,
        )
        if kept or (not read_only and _is_open(item, answer, choice)):
            pages.append(open_card(row))
        else:
            pages.append(locked_card(row, read_only=bool(read_only)))
    return pages


def _is_open(item, answer, choice):
    if answer is None or answer.state in OPEN_STATES:
        return True
    return item.pk == choice.correct and is_changeable(answer)


def _add_owner(rows, items, person):
    for row, item in zip(rows, items, strict=True):
        row["owner"] = (
            "あなたの担当"
            if item.person_id == person.pk
            else str(item.department or "計画担当")
        )


def _head(round_, counts, today, read_only, rows):
    year = era_text(round_.fiscal_year)
    has_reviews = not all(row["is_figure"] for row in rows)
    total = sum(counts.values())
    left = sum(counts[state] for state in OWED)
    progress = f"{total}件のうち{total - left}件を提出しました。"
    if not left:
        progress = f"{total}件すべてを提出しました。ありがとうございました。"
    return {
        "round_pk": round_.pk,
        "title": f"{year}の実績{'と評価' if has_reviews else ''}を入力する",
        "publisher": round_.publisher.name,
        "due": "" if read_only else due_words(round_.due_on, today),
        "read_only": read_only,
        "progress": progress,
        "message": round_.message,
    }


def _summary(rows):
    """What to mend on this page, each with a link to its control."""
    entries = []
    for row in rows:
        if not row["is_open"]:
            continue
        name = f"{row['label']}　{row['title']}"
        if row["conflict"]:
            sentence = "ほかの人が先に保存しました。内容を比べてください。"
            entries.append(_entry(name, sentence, row["anchor"]))
        for sentence in row["errors"]:
            entries.append(_entry(name, sentence, row["anchor"]))
        for control, sentences in row["problems"].items():
            target = _address_of(row, control)
            entries += [_entry(name, sentence, target) for sentence in sentences]
    return entries


def _entry(name, sentence, anchor):
    return {"text": f"{name}：{sentence}", "anchor": anchor}


def _address_of(row, control):
    """The id to jump to; a group of radio buttons is reached by its first one."""
    bound = row["form"][control]
    first = f"{bound.auto_id}_0"
    return first if control in ("answer", "rating") else bound.id_for_label


def names_of(rows) -> str:
    """The names of a few items for a message."""
    shown = "、".join(name_of(row.item) for row in rows[:5])
    return f"{shown}など" if len(rows) > 5 else shown
