"""Numbers as Excel shows them, which is with 15 digits; dates as ISO text."""

import re
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Context

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from plans.decimals import decimal_text

# Files hold binary fractions: 0.1+0.2 is kept as 0.30000000000000004.
_AS_SHOWN = Context(prec=15, rounding=ROUND_HALF_UP, traps=[])
# Longer numbers are written with an exponent, as nobody means their digits.
_LONGEST = 20
# Decimal itself would take 1_000, NaN and full-width digits.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?")


def number_text(stored: str, *, is_percent: bool = False) -> str:
    """904 for 904.0, 30.2 for 0.302 shown as percent; what is no number stays."""
    if not _NUMBER.fullmatch(stored):
        return stored
    number = _AS_SHOWN.create_decimal(stored)
    if not number.is_finite():
        return stored
    if not number:
        return "0"
    if is_percent:
        number = number.scaleb(2, _AS_SHOWN)
    if abs(number.adjusted()) > _LONGEST:
        return str(number.normalize(_AS_SHOWN))
    return decimal_text(number)


def date_text(stored: str, *, counts_from_1904: bool) -> str:
    """2026-03-31, with the time where there is one; 13:30 for a time alone."""
    if not _NUMBER.fullmatch(stored) or float(stored) < 0:
        return number_text(stored)
    epoch = MAC_EPOCH if counts_from_1904 else WINDOWS_EPOCH
    try:
        moment = from_excel(float(stored), epoch)
    except (ValueError, OverflowError):
        return number_text(stored)
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date().isoformat()
    if isinstance(moment, datetime):
        return moment.isoformat(" ", "minutes")
    return moment.isoformat("minutes")
