"""Figures are stored no finer than they are printed, so that readers can add up."""

from decimal import Decimal

from django.core.exceptions import ValidationError

from plans.decimals import decimal_places


def refuse_more_decimals(field: str, value: Decimal | None, decimals: int) -> None:
    """Refuse a value that is finer than the figures beside it are printed."""
    if value is not None and decimal_places(value) > decimals:
        raise ValidationError(
            {
                field: (
                    f"小数点以下が{decimals}桁より多い値です。"
                    "小数点以下の桁数を増やすか、値を直してください。"
                )
            }
        )
