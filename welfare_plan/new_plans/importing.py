"""A filled-in workbook on its way: read and kept, looked at, confirmed once."""

import hashlib

from django.utils import timezone

from plans.editing.journal import ADDITION, write_down
from plans.models import Plan, PlanImport
from plans.publishing import publishing
from welfare_plan.new_plans.building import build, free_slug, problems
from welfare_plan.new_plans.content import content_of
from welfare_plan.new_plans.reading import read_workbook
from welfare_plan.new_plans.sheets import PLAN


def receive(file_name: str, content: bytes, *, by) -> PlanImport:
    """What a file says, kept with all that is wrong with it; no plan is made.

    A file that became a plan already leads to that import. Raises FileError.
    """
    digest = hashlib.sha256(content).hexdigest()
    confirmed = PlanImport.objects.filter(digest=digest, plan__isnull=False)
    if known := confirmed.order_by("pk").first():
        return known
    read = content_of(read_workbook(file_name, content))
    if read["records"] and read["records"][0]["sheet"] == PLAN:
        fields = read["records"][0]["fields"]
        fields.setdefault("slug", free_slug(fields))
        read["errors"] += _new(problems(read), read["errors"])
    return PlanImport.objects.create(
        uploaded_by=by, file_name=file_name[:255], digest=digest, content=read
    )


def _new(said: list[str], before: list[str]) -> list[str]:
    """The sentences about places of which nothing was said before."""
    places = {sentence.partition("：")[0] for sentence in before}
    return [each for each in said if each.partition("：")[0] not in places]


def confirm(pk: int, *, by) -> tuple[Plan | None, bool]:
    """Make the plan of an import; (plan, whether this call made it).

    Confirmed before, it does nothing. Raises Refused, having stored nothing.
    """
    with publishing():
        rows = PlanImport.objects.select_for_update(no_key=True, of=("self",))
        found = rows.select_related("plan").get(pk=pk)
        if found.state == PlanImport.State.CONFIRMED:
            return found.plan, False
        reason = f"ファイル「{found.file_name}」から取り込みました。"
        found.plan = build(found.content, reason=reason)
        found.state = PlanImport.State.CONFIRMED
        found.confirmed_at = timezone.now()
        found.save()
        write_down(by, found.plan, reason, action=ADDITION)
    return found.plan, True
