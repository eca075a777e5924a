"""Takes secrets and personal data out of a line before it is written to a log.

Names cannot be told from other words; what logs them is switched off (settings), and
what databases say about rows, which holds them, is cut.
"""

import logging
import traceback

from welfare_plan.log_cuts import without_private_data


def _message_of(record):
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # Arguments that do not fit the text; they may be what must not be written.
        return str(record.msg)


class WithoutPrivateData(logging.Filter):
    """On a handler, so that it sees the lines of every logger."""

    def filter(self, record):
        record.msg, record.args = without_private_data(_message_of(record)), ()
        if record.exc_info:
            lines = traceback.format_exception(*record.exc_info)
            record.exc_text = "".join(lines).rstrip()
            # Else a formatter would write the error once more, as it is.
            record.exc_info = None
        if record.exc_text:
            record.exc_text = without_private_data(record.exc_text)
        return True
