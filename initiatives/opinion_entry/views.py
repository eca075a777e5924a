from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from initiatives.opinion_entry.forms import opinion_forms
from initiatives.opinion_entry.pages import (
    opinions_of,
    plans_with_years,
    policies_of,
    year_page,
)
from initiatives.opinion_entry.saving import save_opinions
from plans.editing.merging import CONFLICT, merge_forms, opened_forms
from plans.editing.races import once_more_after_a_race
from plans.fiscal_year import EARLIEST, of_date
from plans.models import Plan
from plans.publishing import publishing
from plans.rights import needs

enters_opinions = needs(
    "initiatives.add_committeeopinion", "initiatives.change_committeeopinion"
)


@enters_opinions
def opinion_entry(request):
    return render(request, "staff/opinions/list.html", plans_with_years(request.GET))


@enters_opinions
def opinions(request, plan_slug, fiscal_year):
    if not EARLIEST <= fiscal_year <= of_date(timezone.localdate()):
        raise Http404
    if request.method == "POST":
        return once_more_after_a_race(lambda: _save(request, plan_slug, fiscal_year))
    plan = get_object_or_404(Plan.objects.select_related("parent"), slug=plan_slug)
    stored = opinions_of(plan, fiscal_year)
    build = opinion_forms(plan, fiscal_year, policies_of(plan), stored)
    return _show(request, year_page(plan, fiscal_year, opened_forms(build)))


def _save(request, plan_slug, fiscal_year):
    plans = Plan.objects.select_related("parent")
    publishes = request.POST.get("do") == "publish"
    with publishing():
        rows = plans.select_for_update(of=("self",), no_key=True)
        plan = get_object_or_404(rows, slug=plan_slug)
        stored = opinions_of(plan, fiscal_year, lock=True)
        build = opinion_forms(plan, fiscal_year, policies_of(plan), stored)
        again = {"user": request.user, "fresh_url": request.path}
        sent = merge_forms(build, request.POST, **again)
        for form in sent.forms:
            form.refuse_an_empty_box()
        if not sent.is_valid:
            status = CONFLICT if sent.box else 200
            return _show(request, year_page(plan, fiscal_year, sent), status)
        # What others wrote meanwhile is not published by somebody who never saw it.
        seen = {form.prefix for form in sent.forms} - sent.unseen
        to_publish = seen if publishes else ()
        number = save_opinions(plan, sent.forms, by=request.user, to_publish=to_publish)
    _say_what_was_saved(request, number, publishes, sent.kept_text)
    return redirect("opinions-of-year", plan_slug, fiscal_year)


def _say_what_was_saved(request, number, publishes, kept_text):
    if not number:
        messages.info(request, "変わったところはありませんでした。")
    elif publishes:
        messages.success(request, "公開しました。公開ページで見られます。")
    else:
        messages.success(request, f"{number}件を保存しました。")
    if kept_text:
        messages.info(request, kept_text)


def _show(request, page, status=200):
    return render(request, "staff/opinions/year.html", page, status=status)
