"""Keeping evidence with an answer, and taking a wrong one away again.

What is taken away is deleted for good, its file too: a wrong file may hold what nobody
here should see. The log keeps its name, and who took it away.
"""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from indicators.entry.evidence import ending_of
from indicators.models import Evidence
from plans.editing.journal import ADDITION, DELETION, write_down


def add_evidence(item, form, *, by) -> int:
    """Keep the file and the link of a form, if it has them; how many were kept.

    What stands there already is not kept twice: a page may be sent again.
    """
    file, link = form.cleaned_data.get("file"), form.cleaned_data.get("link")
    kept = 0
    if file and not _has_file(item, file):
        name = file.name
        # The name on the disk says nothing of the content; staff see the other one.
        file.name = f"{uuid4().hex}{ending_of(name)}"
        _keep(Evidence(item=item, file=file, name=name, added_by=by))
        kept += 1
    if link and not Evidence.objects.filter(item=item, link=link).exists():
        _keep(Evidence(item=item, link=link, added_by=by))
        kept += 1
    return kept


def _keep(evidence):
    evidence.save()
    write_down(evidence.added_by, evidence, action=ADDITION)


def _has_file(item, upload) -> bool:
    same_name = Evidence.objects.filter(item=item, name=upload.name).exclude(file="")
    return any(_holds(evidence.file, upload) for evidence in same_name)


def _holds(stored, upload):
    try:
        with stored.open("rb") as content:
            if stored.size != upload.size:
                return False
            upload.seek(0)
            return content.read() == upload.read()
    except OSError:
        return False
    finally:
        upload.seek(0)


def remove_evidence(item, keys: set[int], *, by, published_at: datetime | None) -> int:
    """Take evidence away; how many were there. What was published keeps its own."""
    rows = Evidence.objects.filter(item=item, pk__in=keys)
    if published_at:
        rows = rows.filter(added_at__gt=published_at)
    number = 0
    for evidence in rows:
        storage, name = evidence.file.storage, evidence.file.name
        write_down(by, evidence, f"{item}の根拠を外した", action=DELETION)
        evidence.delete()
        if name:
            transaction.on_commit(lambda s=storage, n=name: s.delete(n))
        number += 1
    return number
