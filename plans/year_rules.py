"""Rules about fiscal years that need to know what day it is."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from plans.fiscal_year import era_text, of_date


def refuse_year_not_begun(fiscal_year: int | None) -> None:
    """Refuse, in words, a year of which nothing can be known yet."""
    if fiscal_year and fiscal_year > of_date(timezone.localdate()):
        raise ValidationError(
            {
                "fiscal_year": (
                    f"{era_text(fiscal_year)}は、まだ始まっていません。"
                    "年度を確かめてください。"
                )
            }
        )
