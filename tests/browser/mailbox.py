"""The mails that the site's server wrote to somebody."""

import re
from email import message_from_bytes, policy
from pathlib import Path

_LINK = re.compile(r"https?://\S+")
# Django writes it below each mail; mails of one moment may share a file.
_END = b"-" * 79 + b"\n"


class Mailbox:
    """What came to an address; the server writes the mails to files."""

    def __init__(self, folder: Path, address):
        self._folder, self._address = folder, address
        self._read = set()

    def new_mails(self) -> list:
        """What came since the last look, oldest first."""
        files = set(self._folder.glob("*.log")) - self._read
        self._read |= files
        mails = [
            message_from_bytes(text, policy=policy.default)
            for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)
            for text in file.read_bytes().split(_END)
            if text.strip()
        ]
        return [mail for mail in mails if mail["To"] == self._address]


def link_in(mail) -> str:
    return _LINK.search(mail.get_content())[0]


def subject_of(mail) -> str:
    # Where a long header was folded, a space of the fold stays before it.
    return mail["Subject"].strip()
