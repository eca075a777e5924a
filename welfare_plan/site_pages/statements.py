"""What a body or the operator of the site has stated, and what is still 未設定."""

from django.conf import settings

from plans.contact_links import linked
from plans.models import Publisher

UNSET = "未設定"


def statement(*stated: tuple[str, str]) -> dict:
    """Rows of what is stated; the names of the rest, which fill one line together."""
    return {
        "rows": [
            {"label": label, "lines": [linked(line) for line in text.splitlines()]}
            for label, text in stated
            if text
        ],
        "unset": "、".join(label for label, text in stated if not text),
    }


def contacts_of(publisher: Publisher | None) -> tuple[tuple[str, str], ...]:
    """How to reach a body, as pairs for a statement."""
    publisher = publisher or Publisher()
    return (
        ("お問い合わせの窓口", publisher.contact_name),
        ("電話", publisher.contact_phone),
        ("メール", publisher.contact_email),
        ("お問い合わせのページ", publisher.contact_url),
    )


def operator() -> dict:
    """Who runs this site, from the settings of the server."""
    contact = settings.SITE_OPERATOR_CONTACT
    return {
        "name": settings.SITE_OPERATOR or UNSET,
        "contact": linked(contact or UNSET),
        "accessibility": linked(
            settings.SITE_ACCESSIBILITY_CONTACT or contact or UNSET
        ),
    }
