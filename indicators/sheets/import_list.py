"""取り込みの履歴: a person's own imports, or everybody's for those who approve."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.fields.json import KT

from indicators.models import SheetImport
from indicators.rights import APPROVE
from indicators.sheets.preview import link_to
from indicators.sheets.words import done_text, moment_words
from plans.fiscal_year import era_text
from plans.page_steps import page_steps
from plans.person_names import person_name

_ROWS = 20
_TAGS = {"confirmed": "tag-done"}


def imports_of(person) -> QuerySet[SheetImport]:
    """The imports that a person may see."""
    found = SheetImport.objects.select_related("round__publisher", "uploaded_by")
    return found if person.has_perm(APPROVE) else found.filter(uploaded_by=person)


def list_page(person, query) -> dict:
    # What was read of a file is large: only what became of it is fetched.
    found = imports_of(person).defer("content")
    found = found.annotate(
        new=KT("content__done__counts__new"),
        changed=KT("content__done__counts__changed"),
        handed_in=KT("content__done__handed_in"),
        wrong_rows=KT("content__wrong_rows"),
    )
    page = Paginator(found, _ROWS).get_page(query.get("page"))
    return {
        "imports": [_row(each) for each in page],
        "pager": page_steps(page, "?page={}".format),
    }


def _row(imported):
    has_mistakes = _has_mistakes(imported)
    return {
        "url": link_to(imported),
        "name": imported.file_name,
        "round": f"{imported.round.publisher} {era_text(imported.round.fiscal_year)}",
        "who": person_name(imported.uploaded_by),
        "when": moment_words(imported.uploaded_at),
        "state": "エラーあり" if has_mistakes else imported.get_state_display(),
        "css": "tag-err" if has_mistakes else _TAGS.get(imported.state, ""),
        "done": _done(imported),
    }


def _has_mistakes(imported):
    """Of what waits, as it was taken in; not known of files of earlier releases."""
    waits = imported.state == SheetImport.State.PREVIEWED
    return waits and int(imported.wrong_rows or 0) > 0


def _done(imported):
    if _has_mistakes(imported):
        return (
            f"受け付けたとき、{int(imported.wrong_rows):,}行にエラーがありました。"
            "何も保存していません。"
        )
    if imported.new is None:
        return "何も保存していません。"
    counts = {"new": int(imported.new), "changed": int(imported.changed)}
    return done_text(counts, int(imported.handed_in))
