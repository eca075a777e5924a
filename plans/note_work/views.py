from django.contrib import messages
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from plans.models import SourceNote
from plans.note_subjects import subject_of
from plans.note_work.listing import note_list
from plans.note_work.settling import settle, shown_page
from plans.publishing import publishing
from plans.rights import needs

CHANGE_NOTES = "plans.change_sourcenote"


@needs(CHANGE_NOTES)
def note_work(request):
    return render(request, "staff/notes/list.html", note_list(request.GET))


@needs(CHANGE_NOTES)
def note_settling(request, pk):
    """The three ways to settle a note, and the way back."""
    notes = SourceNote.objects.select_related("plan__parent")
    if request.method != "POST":
        return _page(request, shown_page(get_object_or_404(notes, pk=pk)))
    with publishing():
        rows = notes.select_for_update(of=("self",), no_key=True)
        outcome = settle(get_object_or_404(rows, pk=pk), request.POST, request.user)
    if not outcome.is_done:
        return _page(request, outcome.page, status=outcome.status)
    messages.success(request, outcome.said)
    back = QueryDict(request.POST.get("back", "")).urlencode()
    return redirect(f"{reverse('note-work')}?{back}" if back else "note-work")


@needs(CHANGE_NOTES)
def noted_record(request, pk):
    """The form of the record that a note is about, in the admin."""
    note = get_object_or_404(SourceNote.objects.select_related("plan"), pk=pk)
    record = note.plan if note.about_kind == "plan" else subject_of(note)
    if record is None:
        raise Http404
    meta = record._meta
    return redirect(f"admin:{meta.app_label}_{meta.model_name}_change", record.pk)


def _page(request, page, status=200):
    back = request.POST.get("back", request.GET.urlencode())
    page = {**page, "back": QueryDict(back).urlencode()}
    return render(request, "staff/notes/note.html", page, status=status)
