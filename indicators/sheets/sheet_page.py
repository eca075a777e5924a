"""The page of a round's sheet: download it, fill it in, upload it."""

from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from indicators.entry.words import why_read_only
from indicators.models import CollectionRound
from indicators.rights import APPROVE
from indicators.sheets.columns import FIGURES, REVIEWS, SHEET_NAMES
from indicators.sheets.import_list import imports_of
from indicators.sheets.preview import link_to
from plans.fiscal_year import era_text

_FORMATS = (("csv", "CSV（UTF-8）"), ("cp932", "CSV（シフトJIS）"))
_WAITING = 5


def sheet_page(round_: CollectionRound, items, person, today, refusal: str) -> dict:
    """`items` are those that the person may answer."""
    address = reverse("sheet-download", args=[round_.pk])
    counted = items.aggregate(all=Count("pk"), figures=Count("target"))
    figures, reviews = counted["figures"], counted["all"] - counted["figures"]
    kinds = [FIGURES] * bool(figures) + [REVIEWS] * bool(reviews)
    waiting = (
        imports_of(person).filter(round=round_, state="previewed").defer("content")
    )
    return {
        "round_pk": round_.pk,
        "publisher": round_.publisher.name,
        "title": f"{era_text(round_.fiscal_year)}の実績をExcelで入力する",
        "read_only": why_read_only(round_, today),
        "refusal": refusal,
        "asked": _asked_text(figures, reviews),
        "workbook": f"{address}?format=xlsx",
        "texts": [
            {"word": f"{SHEET_NAMES[kind]}の{word}", "url": _url(address, name, kind)}
            for kind in kinds
            for name, word in _FORMATS
        ],
        "departments": _departments(items) if person.has_perm(APPROVE) else [],
        "download": address,
        "waiting": [
            {"name": each.file_name, "url": link_to(each)}
            for each in waiting[:_WAITING]
        ],
    }


def _asked_text(figures, reviews):
    parts = [f"実績{figures:,}件"] * bool(figures) + [f"評価{reviews:,}件"] * bool(
        reviews
    )
    return "と".join(parts)


def _url(address, name, kind):
    return f"{address}?{urlencode({'format': name, 'kind': kind})}"


def _departments(items):
    """The departments of a round, to be asked one by one."""
    rows = items.exclude(department=None).order_by("department")
    return list(rows.values_list("department", "department__name").distinct())
