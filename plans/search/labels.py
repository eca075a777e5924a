"""What an entry is, as pieces of the index beside those of its letters. Pure.

No folded text has the sign between the two, so a label is never mistaken for letters.
"""

# PostgreSQL holds no piece of more than 2,046 bytes. Names that begin alike to here
# have one label; which of them a search names is compared anew.
_LONGEST = 100
# What begins the pieces of an entry without labels: the release before writes such
# entries until it is stopped.
WITHOUT_LABELS = "fold2"


def kind_label(kind: str) -> str:
    return f"kind={kind}"


def name_label(name: str) -> str:
    """The label of the entries that a folded name, without blanks, is a name of."""
    return f"name={name[:_LONGEST]}"


def is_told_whole(name: str) -> bool:
    """Whether all entries with the label of a name have just this name."""
    return len(name) < _LONGEST


def name_labels(folded_title: str) -> set[str]:
    """The labels of a title and its further names, which blanks part."""
    return {name_label(name) for name in folded_title.split()}
