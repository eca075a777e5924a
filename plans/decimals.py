"""Decimals as people write them."""

from decimal import Decimal


def decimal_text(value: Decimal | int | str) -> str:
    """904 for 904.0000, 0.5 for 0.5000: no exponent, no zeros at the end."""
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
