"""Evidence files: handed out one by one to staff who may see them, never by address."""

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from indicators.models import Evidence, RoundItem
from indicators.rights import items_to_answer
from plans.rights import needs

VIEW = "indicators.view_evidence"


@needs()
@require_GET
def evidence_file(request, pk):
    evidence = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk)
    if not may_see(request.user, evidence):
        raise PermissionDenied
    try:
        content = evidence.file.open("rb")
    except OSError as error:
        raise Http404("The file is gone from the storage.") from error
    response = FileResponse(
        content,
        as_attachment=True,
        filename=evidence.name or PurePath(evidence.file.name).name,
        content_type="application/octet-stream",
    )
    # Whatever a department attached, no browser shall run it here.
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def may_see(person, evidence: Evidence) -> bool:
    """Those who answer for the item, and those who may look at all evidence."""
    if person.has_perm(VIEW):
        return True
    own = RoundItem.objects.filter(pk=evidence.item_id)
    return items_to_answer(person, own).exists()
