from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from indicators.entry.choice import choice_from
from indicators.entry.overview import overview_page
from indicators.entry.page import entry_page
from indicators.entry.sending import Sending
from indicators.models import CollectionRound
from indicators.rights import ANSWER
from plans.rights import needs

CONFLICT = 409


@needs(ANSWER)
@require_safe
def my_figures(request):
    page = overview_page(request.user, timezone.localdate())
    return render(request, "staff/entry/my_figures.html", page)


@needs(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def figures_entry(request, pk):
    rounds = CollectionRound.objects.select_related("publisher")
    round_ = get_object_or_404(rounds, pk=pk)
    choice, today = choice_from(request.GET), timezone.localdate()
    sending = None
    if request.method == "POST":
        sending = Sending(request.user, round_, request.POST, request.FILES)
        sending.carry_out(today)
        for level, sentence in sending.messages:
            messages.add_message(request, level, sentence)
        if not sending.is_kept_open:
            return redirect(sending.goes_to(choice))
        choice = sending.stays_on(choice)
    sent = sending.rows if sending else ()
    page = entry_page(request.user, round_, choice, today, sent)
    if page is None:
        raise Http404
    status = CONFLICT if sending and sending.has_conflicts else 200
    return render(request, "staff/entry/entry.html", page, status=status)
