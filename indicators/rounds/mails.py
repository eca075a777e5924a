"""Mails about a round: plain Japanese, no figures, no names of people.

A mail that cannot be sent never stops the work that it tells of: `send` says so and
the server's log keeps why.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse

from indicators.models import RoundItem
from indicators.rights import APPROVE
from plans.fiscal_year import day_text, era_text

logger = logging.getLogger(__name__)

SIGNATURE = (
    "--\n地域福祉計画ポータル\n"
    "このメールはサイトから自動で送っています。心当たりのないときは、計画担当に"
    "知らせてください。"
)


@dataclass(frozen=True)
class Letter:
    address: str
    subject: str
    body: str


def send(letter: Letter, connection=None) -> bool:
    """Whether the mail went out; why not is in the log."""
    message = EmailMessage(
        letter.subject, letter.body, to=[letter.address], connection=connection
    )
    try:
        return bool(message.send())
    except (SMTPException, OSError, ValueError) as error:
        logger.warning("A mail could not be sent: %s", type(error).__name__)
        return False


def planning_section() -> list:
    """The people who approve and have a mail address, for what nobody else gets."""
    people = get_user_model().objects.with_perm(
        APPROVE,
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return list(people.exclude(email="").order_by("pk"))


def reminder(address: str, round_, parts: list[tuple[str, int]], today) -> Letter:
    """What is still owed: `parts` are the names of departments with their counts."""
    year = era_text(round_.fiscal_year)
    late = (today - round_.due_on).days
    when = f"しめ切りは{day_text(round_.due_on)}です。"
    if late > 0:
        when = f"しめ切り（{day_text(round_.due_on)}）を{late}日過ぎています。"
    total = sum(count for _, count in parts)
    lines = "\n".join(f"・{name}：{count}件" for name, count in parts)
    return Letter(
        address,
        f"{year}の実績：未提出が{total}件あります",
        f"ご担当者様\n\n{round_.publisher}の{year}の照会で、まだ提出されていない"
        f"項目があります。\n{lines}\n\n{when}\n\n"
        f"{way_to('my-figures', 'わたしの担当')}\n"
        "入力の途中でも、下書きに保存できます。値がまだ決まらないときは「集計中」と"
        "して提出できます。\n\n"
        f"分からないことは、{round_.publisher}の計画担当にお尋ねください。\n\n"
        f"{SIGNATURE}",
    )


def notify_submitted(items: Iterable[RoundItem], by) -> int:
    """Tell the planning section that a department has submitted: one mail a person.

    Call it once for each submit action, after the transaction. Answers how many mails
    went out.
    """
    items = list(items)
    if not items:
        return 0
    departments = {str(item.department or "担当課なし") for item in items}
    names = "・".join(sorted(departments))
    year = era_text(items[0].round.fiscal_year)
    body = (
        f"計画担当者様\n\n{names}から、{year}の実績・評価が{len(items)}件提出されました。"
        "内容を確かめて、承認するか差し戻してください。\n\n"
        f"{way_to('approvals', '承認と公開')}\n\n{SIGNATURE}"
    )
    letters = [
        Letter(person.email, f"{year}の実績：{len(items)}件が提出されました", body)
        for person in planning_section()
        if person != by
    ]
    return sum(map(send, letters))


def way_to(url_name: str, screen: str) -> str:
    """A link where the site knows its own address, else the way in words."""
    if not settings.SITE_URL:
        return f"職員用のページにログインして、「{screen}」を開いてください。"
    return f"{screen}：{settings.SITE_URL}{reverse(url_name)}"
