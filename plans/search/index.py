"""The entries of the search, made from documents: written where they differ.

What a visitor may see is asked when a search is made; drafts have entries as well.
"""

from functools import lru_cache

from django.db import transaction
from django.db.models.functions import Left

from plans.models import Plan, SearchEntry
from plans.search.documents import Document, documents_of, joined
from plans.search.folding import fold, pieces, printed_years
from plans.search.labels import kind_label, name_labels

# The first piece of every entry, longer than any other: a new way of folding gets a
# new number, and entries of the old way are made again after the next migration.
FORM = "fold3"

_KEY = ("kind", "code")
_SHOWN = ("place", "url", "title", "context", "text")
_FORM_OF_PIECES = Left("pieces", len(FORM))
_FOLDED = ("folded_title", "folded", "pieces")


def bring_up_to_date(plan: Plan, *, fold_again=False) -> int:
    """Have a plan's entries say what its records say; how many were written.

    Only what a visitor sees, the names and the form are compared, unless all is to be
    folded again.
    """
    stored = {
        (kind, code): (pk, compared)
        for pk, kind, code, *compared in SearchEntry.objects.filter(
            plan=plan
        ).values_list("pk", *_KEY, *_SHOWN, "folded_title", _FORM_OF_PIECES)
    }
    wanted = {(one.kind, one.code): one for one in documents_of(plan)}
    fresh = [
        entry_of(plan, one)
        # In an order of their own: databases answer in any.
        for key, one in sorted(wanted.items())
        if fold_again or key not in stored or stored[key][1] != _compared(one)
    ]
    gone = [pk for key, (pk, _) in stored.items() if key not in wanted]
    with transaction.atomic():
        if gone:
            SearchEntry.objects.filter(pk__in=gone).delete()
        if fresh:
            _write(fresh)
    return len(fresh) + len(gone)


def _compared(document):
    shown = [getattr(document, name) for name in _SHOWN]
    return [*shown, _folded_title(document), FORM]


def _folded_title(document):
    return _folded(document.title, document.names, document.text)[0]


@lru_cache(maxsize=512)
def _folded(title: str, names: tuple[str, ...], text: str) -> tuple[str, str, str]:
    """Title with each further name, all of it with the years, and pieces and labels.

    Plans of one template say much the same: it is not folded again for each.
    """
    called = " ".join(filter(None, map(fold, (title, *names))))
    years = printed_years(joined(title, text))
    folded = " ".join(filter(None, (called, fold(text), years)))
    return called, folded, " ".join(sorted(pieces(folded) | name_labels(called)))


def entry_of(plan: Plan, document: Document) -> SearchEntry:
    called, folded, letters = _folded(document.title, document.names, document.text)
    return SearchEntry(
        plan=plan,
        kind=document.kind,
        code=document.code,
        **{name: getattr(document, name) for name in _SHOWN},
        folded_title=called,
        folded=folded,
        # PostgreSQL refuses an empty piece, which a blank at the end would make.
        pieces=f"{FORM} {kind_label(document.kind)} {letters}".rstrip(),
    )


def _write(entries):
    SearchEntry.objects.bulk_create(
        entries,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["plan", *_KEY],
        update_fields=[*_SHOWN, *_FOLDED],
    )


def is_current() -> bool:
    """Whether every plan has entries, and all were folded in today's way."""
    indexed = SearchEntry.objects.filter(kind="plan").values("plan")
    if Plan.objects.exclude(pk__in=indexed).exists():
        return False
    return not SearchEntry.objects.exclude(pieces__startswith=FORM).exists()


def rebuild() -> int:
    """Make the entries of all plans again; how many there are."""
    for plan in Plan.objects.select_related("publisher"):
        bring_up_to_date(plan, fold_again=True)
    return SearchEntry.objects.count()
