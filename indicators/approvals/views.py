"""What departments submitted: approved, returned, published, one or many at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from indicators.approvals.acting import approve_rows, publish_rows, return_row
from indicators.approvals.begun import begun_rows, lost_remarks, moved_rows, remarks_of
from indicators.approvals.conflicts import conflicts_page
from indicators.approvals.page import approvals_page
from indicators.rights import APPROVE, PUBLISH
from indicators.rounds.returned_mails import notify_returned
from indicators.ticked import ticked_rows
from plans.rights import needs


@needs(APPROVE)
def approvals(request):
    if request.method != "POST":
        return _page(request)
    posted, person = request.POST, request.user
    rows, act = ticked_rows(posted), posted.get("act")
    if key := posted.get("return"):
        outcome = _give_back(request, key)
    elif not rows or act not in ("approve", "publish"):
        return _page(request, refused=[_nothing(rows)])
    elif act == "publish":
        if not person.has_perm(PUBLISH):
            raise PermissionDenied
        outcome = publish_rows(rows, by=person, verdicts=_verdicts(posted, rows))
        _say(request, outcome, "公開しました。公開ページに出ています。")
    else:
        outcome = approve_rows(rows, by=person, verdicts=_verdicts(posted, rows))
        _say(request, outcome, "承認しました。「公開待ち」から公開できます。")
    if outcome.refused:
        return _page(request, refused=outcome.refused, status=409)
    return _page_of_the_rest(request, {key} if key else set(rows))


@needs(APPROVE)
def conflicts(request):
    page = conflicts_page(request.GET)
    return render(request, "staff/approvals/conflicts.html", page)


def _verdicts(posted, rows):
    return {key: posted.get(f"verdict-{key}", "") for key in rows}


def _nothing(rows):
    """Why nothing was done: nothing ticked, or the Enter key instead of a button."""
    why = "承認や公開をするものに、印を付けてください。"
    if rows:
        why = "まだ何もしていません。いちばん下のボタンを押してください。"
    return {"key": "", "title": "", "why": why}


def _give_back(request, key):
    posted = request.POST
    outcome = return_row(
        key,
        posted.get(f"version-{key}", ""),
        by=request.user,
        remark=posted.get(f"remark-{key}", ""),
    )
    if outcome.done:
        told = notify_returned(outcome.done, by=request.user)
        _say(
            request,
            outcome,
            "差し戻しました。担当者にメールで知らせました。"
            if told
            else "差し戻しました。メールは送っていないため、担当者に伝えてください。",
        )
    return outcome


def _say(request, outcome, done):
    if outcome.done:
        messages.success(request, f"{len(outcome.done)}件を{done}")


def _page_of_the_rest(request, acted):
    """The list anew, or at once with what was ticked and typed on other rows of it.

    One button sends the whole list: a redirect would drop what is not yet acted on.
    """
    if begun := begun_rows(request.POST, acted):
        page = _values(request)
        shown = {row["key"] for row in page["rows"]}
        lost = lost_remarks(request.POST, acted, shown)
        if lost or begun & shown:
            return _shown(request, page, refused=lost, is_done=True)
    return redirect(_address(request))


def _page(request, *, refused=(), status=200):
    """The page, with all that was ticked and typed where something was refused."""
    return _shown(request, _values(request), refused=refused, status=status)


def _shown(request, page, *, refused, status=200, is_done=False):
    """`is_done` where the button did what it was pressed for."""
    remarks, returned = remarks_of(request.POST), request.POST.get("return")
    shown = {row["key"]: row for row in page["rows"]}
    said = {refusal["key"] for refusal in refused}
    begun = begun_rows(request.POST, said) & shown.keys()
    moved = moved_rows([shown[key] for key in sorted(begun)], request.POST)
    refused = [*refused, *moved]
    for refusal in refused:
        # A row that went on meanwhile is in another list; what was typed stays here.
        is_here = refusal["key"] in shown
        refusal["typed"] = "" if is_here else remarks.get(refusal["key"], "")
        refusal["anchor"] = ""
        if is_here:
            row = shown[refusal["key"]]
            was_returned = row["key"] == returned
            row["refusal"], row["is_remark_refused"] = refusal["why"], was_returned
            refusal["anchor"] = f"{'remark' if was_returned else 'row'}-{row['key']}"
    page["refused"], page["is_done"] = refused, is_done
    return render(request, "staff/approvals/approvals.html", page, status=status)


def _values(request):
    return approvals_page(
        request.GET,
        request.user,
        timezone.localdate(),
        ticked=ticked_rows(request.POST),
        remarks=remarks_of(request.POST),
    )


def _address(request):
    """The list with the choices that were on when a button was pressed."""
    query = request.META.get("QUERY_STRING", "")
    return f"{reverse('approvals')}?{query}" if query else reverse("approvals")
