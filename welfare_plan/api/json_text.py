"""Values as JSON, in which a decimal stands by its digits. Pure.

As a float 0.3 may become 0.30000000000000004, and a number of 17 digits another one.
"""

import json
from decimal import Decimal

from plans.decimals import decimal_text


def json_text(value) -> str:
    if isinstance(value, dict):
        members = (
            f"{_quoted(name)}: {json_text(each)}" for name, each in value.items()
        )
        return f"{{{', '.join(members)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(json_text, value))}]"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return _quoted(value)


def _quoted(value) -> str:
    return json.dumps(value, ensure_ascii=False)
