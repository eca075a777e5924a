"""What became of records since a page that does something with them was opened."""

from plans.admin.conflicts.who import saved_by
from plans.admin.conflicts.words import Box, changed_words
from plans.admin.opened import Opened
from plans.editing.merging import UNKNOWN_TIME


def changed_since_box(records, opened: Opened | None, user) -> Box:
    """The box above a page whose records are no longer as the person saw them."""
    changed = [one for one in records if not (opened and opened.has_current(one))]
    return Box(
        title="まだ手続きをしていません：開いたあとに、内容が変わりました",
        sentences=[
            saved_by(records, user, opened.at) if opened else UNKNOWN_TIME,
            "入力した内容があれば、下の欄にそのまま残っています。",
            "いまの内容を確かめてから、もう一度選んでください。",
        ],
        records=[
            changed_words(one, opened and opened.version_of(one)) for one in changed
        ],
        has_typed=False,
    )
