"""The mails that the site's server sent, as their reader holds them."""

import re
from email import message_from_bytes, policy
from pathlib import Path

_LINK = re.compile(r"https?://\S+")


def mails_to(address, folder: Path) -> list:
    """Oldest first; the server writes a file for each mail."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns)
    mails = [message_from_bytes(f.read_bytes(), policy=policy.default) for f in files]
    return [mail for mail in mails if mail["To"] == address]


def link_in(mail) -> str:
    return _LINK.search(mail.get_content())[0]
