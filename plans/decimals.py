"""Decimals as people write them."""

from decimal import Decimal


def decimal_text(value: Decimal | int | str) -> str:
    """904 for 904.0000, 0.5 for 0.5000: no exponent, no zeros at the end."""
    text = format(abs(Decimal(value)) if value == 0 else Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_places(value: Decimal) -> int:
    """How many decimals a number needs: 1 for 0.5000; any size of number will do."""
    return len(decimal_text(value).partition(".")[2])
