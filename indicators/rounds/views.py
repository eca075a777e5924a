"""Rounds for the planning section: opened, followed, given away, reminded, ended."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from indicators.models import CollectionRound, RoundItem
from indicators.rounds import actions
from indicators.rounds.asking import asked_of
from indicators.rounds.assigning import assign_rows
from indicators.rounds.filters import UNGIVEN
from indicators.rounds.forms import RoundChangeForm, RoundForm
from indicators.rounds.item_rows import subject_title
from indicators.rounds.overview import overview, round_list
from indicators.rounds.preview import preview
from indicators.rounds.reminder_words import outcome_text
from indicators.rounds.reminding import send_now
from indicators.rounds.standing import owed
from indicators.rounds.words import summary_text, title_of
from indicators.ticked import whole_number
from plans.changes.paging import Paging
from plans.places import Place, chooser_of
from plans.rights import needs
from plans.versions import version_of

ROUNDS_A_PAGE = 30
VIEW = "indicators.view_collectionround"
ADD = "indicators.add_collectionround"
CHANGE = "indicators.change_collectionround"


@needs(VIEW)
def rounds(request):
    place = Place.of(request.GET)
    number = Paging.of(request.GET, ROUNDS_A_PAGE).number
    page = Paging(number, ROUNDS_A_PAGE, place.query())
    found = CollectionRound.objects.filter(place.of_publishers("publisher__"))
    rows = found.select_related("publisher")[page.start : page.start + page.fetched]
    shown = page.cut(list(rows))
    counted = owed(RoundItem.objects.filter(round__in=shown, round__closed_at=None))
    left = dict(counted.order_by().values_list("round").annotate(Count("pk")))
    is_cut = place or page.number > 1 or page.has_next
    page = {
        "chooser": _chooser(place, shown) if is_cut else None,
        "page": page,
        "rounds": round_list(shown, left, timezone.localdate()),
        "may_add": request.user.has_perm(ADD),
    }
    return render(request, "staff/rounds/round_list.html", page)


def _chooser(place, shown):
    names = [round_.publisher.name for round_ in shown]
    return chooser_of(place, reverse("round-list"), names)


@needs(ADD)
def new(request):
    """The form; what it will ask for; then, by the second button, the round itself."""
    form = RoundForm(request.POST or None, place=Place.of(request.GET))
    page = {"form": form}
    if request.method == "POST" and form.is_valid():
        if "open" in request.POST:
            try:
                with transaction.atomic():
                    count = actions.open_round(form.instance, by=request.user)
                messages.success(
                    request, f"照会を開きました。{count}件を聞いています。"
                )
                return redirect("round-detail", form.instance.pk)
            except (IntegrityError, ValidationError):
                form.add_error(None, "この年度の照会は、ほかの人が先に開きました。")
        elif "back" not in request.POST:
            asked = asked_of(form.instance)
            page["preview"] = preview(form.instance.publisher, asked)
            page["summary"] = summary_text(form.instance)
    return render(request, "staff/rounds/round_new.html", page)


@needs(VIEW)
def detail(request, pk):
    return _detail(request, _round(pk))


@needs(CHANGE)
def change(request, pk):
    """Due date and message; what somebody else changed meanwhile is shown first."""
    round_ = _round(pk)
    version = request.POST.get("version", version_of(round_))
    page, status = {"round": round_, "title": title_of(round_), "version": version}, 200
    form = page["form"] = RoundChangeForm(request.POST or None, instance=round_)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            stored = actions.lock(round_)
            if version == version_of(stored):
                form.save()
                messages.success(request, "照会の内容を変えました。")
                return redirect("round-detail", pk)
        page["stored"], page["version"] = stored, version_of(stored)
        status = 409
    return render(request, "staff/rounds/round_change.html", page, status=status)


@needs(CHANGE)
def update(request, pk):
    """What has become of the plans since the round was made, then taking it in."""
    round_ = _round(pk)
    if request.method == "POST":
        changes = actions.bring_up_to_date(round_, by=request.user)
        messages.success(
            request,
            f"{len(changes.new)}件を加え、{len(changes.dropped)}件を外しました。",
        )
        return redirect("round-detail", pk)
    changes = actions.changes_of(round_)
    page = {
        "round": round_,
        "changes": changes,
        "new": preview(round_.publisher, changes.new),
        "dropped": [subject_title(item.subject) for item in changes.dropped],
        "kept": [subject_title(item.subject) for item in changes.kept],
        "found": len(changes.found),
    }
    return render(request, "staff/rounds/round_update.html", page)


@needs(CHANGE)
@require_POST
def close(request, pk):
    done = "照会を終えました。催促は、もう送られません。"
    return _do(request, pk, actions.close, done)


@needs(CHANGE)
@require_POST
def reopen(request, pk):
    done = "照会をもう一度開きました。担当課が入力できます。"
    return _do(request, pk, actions.reopen, done)


@needs(CHANGE)
@require_POST
def assign(request, pk):
    round_ = _round(pk)
    done, typed = assign_rows(round_, request.POST)
    if done:
        messages.success(request, f"{done}件の担当を決めました。")
    if not typed.refused:
        return redirect(_address(request, pk))
    is_conflict = any(row["key"] for row in typed.refused)
    return _detail(request, round_, typed=typed, status=409 if is_conflict else 200)


@needs(CHANGE)
@require_POST
def remind(request, pk):
    round_, today = _round(pk), timezone.localdate()
    departments = _departments(request.POST.get("department", ""))
    if round_.closed_at or round_.opens_on > today:
        messages.error(request, "入力できる照会ではないため、催促は送りませんでした。")
        return redirect("round-detail", pk)
    outcome = send_now(round_, today, by=request.user, departments=departments)
    level, text = outcome_text(outcome)
    messages.add_message(request, level, text)
    return redirect(_address(request, pk))


def _departments(chosen):
    """Whom a 催促 button names: None is all, {None} what has no department."""
    if not chosen:
        return None
    return {None} if chosen == UNGIVEN else {whole_number(chosen) or 0}


def _round(pk):
    rounds = CollectionRound.objects.select_related("publisher")
    return get_object_or_404(rounds, pk=pk)


def _detail(request, round_, *, typed=None, status=200):
    may_change = request.user.has_perm(CHANGE)
    page = overview(
        round_, request.GET, timezone.localdate(), may_change=may_change, typed=typed
    )
    return render(request, "staff/rounds/round_detail.html", page, status=status)


def _do(request, pk, act, done):
    try:
        act(_round(pk))
        messages.success(request, done)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("round-detail", pk)


def _address(request, pk):
    """The overview with the filters that were on when a button was pressed."""
    query = request.META.get("QUERY_STRING", "")
    address = redirect("round-detail", pk).url
    return f"{address}?{query}" if query else address
