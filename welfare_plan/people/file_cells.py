"""What the cells of one row mean: a profile, or what is wrong with which column."""

import re
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from plans.tables import same_word
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.file_rows import COLUMNS, TypedRow
from welfare_plan.people.profiles import NOTHING, Profile
from welfare_plan.roles import ROLES

NOBODY = Profile("", "", frozenset(), frozenset())
_NAME_LENGTH, _MAIL_LENGTH = 150, 254
_ACTIVE = {"利用中": True, "停止中": False, "停止": False}


class WrongCell(ValueError):
    """A cell that cannot be taken; the message says why."""


def read_row(
    row: TypedRow, before: Profile | None, departments: DepartmentWords
) -> tuple[Profile, list[tuple[str, str]]]:
    """The profile that a row asks for, and (column, sentence) of what is wrong."""
    after, wrong = before or NOBODY, []
    for column, text in row.cells.items():
        try:
            after = replace(
                after, **{COLUMNS[column]: _read(column, text, departments)}
            )
        except WrongCell as error:
            wrong.append((column, str(error)))
    if before is None and not after.name:
        wrong.append(("氏名", "氏名を書いてください。"))
    return after, wrong


def _read(column, text, departments):
    match column:
        case "氏名":
            return _name(text)
        case "メール":
            return _mail(text)
        case "役割":
            return frozenset(_role(word) for word in _words(text))
        case "所属":
            return frozenset(_department(word, departments) for word in _words(text))
    return _active(text)


def _words(text):
    """Words in one cell, parted by 、 or a comma or a line break."""
    if text == NOTHING:
        return []
    return [word.strip() for word in re.split(r"[、,，\n]", text) if word.strip()]


def _name(text):
    if len(text) > _NAME_LENGTH or text == NOTHING:
        raise WrongCell(f"氏名を{_NAME_LENGTH}字までで書いてください。")
    return text


def _mail(text):
    if text == NOTHING:
        return ""
    try:
        validate_email(text)
    except ValidationError as error:
        raise WrongCell(
            f"「{text}」は、メールアドレスの形になっていません。"
        ) from error
    if len(text) > _MAIL_LENGTH:
        raise WrongCell("メールアドレスが長すぎます。")
    return text


def _role(word):
    if word not in ROLES:
        known = "、".join(ROLES)
        raise WrongCell(
            f"「{word}」という役割はありません。{known}から選んでください。"
        )
    return word


def _department(word, departments):
    found = departments.named(word)
    if not found:
        raise WrongCell(f"「{word}」という課は登録されていません。")
    if len(found) > 1:
        choices = "」「".join(departments.word(one) for one in found)
        raise WrongCell(
            f"「{word}」という課が{len(found)}つあります。"
            f"「{choices}」のように書いてください。"
        )
    return found[0]


def _active(text):
    if same_word(text) not in _ACTIVE:
        raise WrongCell(f"「{text}」は分かりません。利用中か停止中と書いてください。")
    return _ACTIVE[same_word(text)]
