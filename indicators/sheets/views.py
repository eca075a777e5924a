"""The round's sheet: downloaded, uploaded, looked at, confirmed; and past imports."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from indicators.entry.words import where_it_goes
from indicators.models import CollectionRound, RoundItem, SheetImport
from indicators.rights import ANSWER, items_to_answer
from indicators.rounds.mails import notify_submitted
from indicators.sheets.asked import Asked
from indicators.sheets.confirming import Wish, confirm
from indicators.sheets.files import NoSuchFile, error_file, sheet_file
from indicators.sheets.import_list import imports_of, list_page
from indicators.sheets.preview import preview_page
from indicators.sheets.refusals import Refused
from indicators.sheets.sheet_page import sheet_page
from indicators.sheets.taking_in import take_in
from indicators.sheets.words import done_text, not_waiting_text
from plans.rights import needs
from plans.tables import FileError


@needs(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request, pk):
    """How the sheet goes; with a file, on to its preview."""
    round_, own = _round(request.user, pk)
    refusal = ""
    if request.method == "POST":
        try:
            imported = take_in(request.FILES.get("file"), round_, by=request.user)
        except FileError as error:
            refusal = str(error)
        else:
            return redirect("import-detail", imported.pk)
    page = sheet_page(round_, own, request.user, timezone.localdate(), refusal)
    return render(request, "staff/sheets/sheet.html", page)


@needs(ANSWER)
@require_safe
def download(request, pk):
    round_, own = _round(request.user, pk)
    try:
        file = sheet_file(
            Asked(round_, request.user, own), timezone.localdate(), request.GET
        )
    except NoSuchFile as error:
        raise Http404 from error
    except FileError as error:
        messages.error(request, str(error))
        return redirect("sheet", pk)
    return _attached(file)


@needs(ANSWER)
@require_safe
def imports(request):
    page = list_page(request.user, request.GET)
    return render(request, "staff/sheets/import_list.html", page)


@needs(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request, pk):
    """What an import would do; with 確定, it is done, or refused and shown anew."""
    imported = _import(request.user, pk)
    refused, ticked = None, frozenset(request.POST.getlist("doubt"))
    if request.method == "POST":
        wish = Wish(
            request.POST.get("looked_at", ""),
            ticked,
            request.POST.get("do") == "submit",
        )
        try:
            done = confirm(pk, wish, by=request.user, today=timezone.localdate())
        except Refused as error:
            refused, imported = error, _import(request.user, pk)
        else:
            _tell(request, done)
            return redirect("import-detail", pk)
    today = timezone.localdate()
    page = preview_page(
        imported, request.user, today, request.GET, refused=refused, ticked=ticked
    )
    if refused and "outcome" in page:
        messages.warning(request, str(refused))
    status = refused.status if refused else 200
    return render(request, "staff/sheets/import_detail.html", page, status=status)


@needs(ANSWER)
@require_POST
def cancel(request, pk):
    imported = _import(request.user, pk)
    waiting = SheetImport.objects.filter(pk=pk, state=SheetImport.State.PREVIEWED)
    if waiting.update(state=SheetImport.State.CANCELLED):
        messages.success(request, "取り込みを取りやめました。何も保存していません。")
    else:
        imported.refresh_from_db()
        messages.warning(request, not_waiting_text(imported))
    return redirect("import-list")


@needs(ANSWER)
@require_safe
def errors(request, pk):
    return _attached(error_file(_import(request.user, pk), request.user))


def _round(person, pk) -> tuple[CollectionRound, QuerySet[RoundItem]]:
    """A round with the items that a person may answer; without any it is not there."""
    rounds = CollectionRound.objects.select_related("publisher")
    round_ = get_object_or_404(rounds, pk=pk)
    own = items_to_answer(person, round_.items.all())
    if not own.exists():
        raise Http404
    return round_, own


def _import(person, pk) -> SheetImport:
    return get_object_or_404(imports_of(person), pk=pk)


def _tell(request, done):
    items = RoundItem.objects.filter(pk__in=done.handed_in)
    mails = notify_submitted(items.select_related("round", "department"), request.user)
    said = done_text(done.counts, len(done.handed_in))
    if done.handed_in:
        said += where_it_goes(mails)
    messages.success(request, said)


def _attached(file) -> HttpResponse:
    response = HttpResponse(file.content, content_type=file.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(
        True, file.name
    )
    return response
