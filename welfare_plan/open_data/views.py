"""オープンデータ: the pages that lead to the files, and the files."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from plans.models import Plan
from plans.page_scopes import SITE, scopes_of_page
from plans.rendering import render_page
from welfare_plan.open_data import dictionary as dictionary_pages
from welfare_plan.open_data import pages
from welfare_plan.open_data.downloads import CATALOGUE, download_named
from welfare_plan.open_data.schema import TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.serving import file_response


def data(request):
    return render_page(request, "open_data/data.html", pages.data_page(request.GET))


def plan_data(request, plan_slug):
    plan = _plan(plan_slug)
    page = pages.plan_data_page(plan)
    return render_page(
        request,
        "open_data/plan_data.html",
        page,
        scopes=scopes_of_page(plan, plan.publisher, plan.parent, plan.predecessor),
    )


def dictionary(request):
    page = dictionary_pages.dictionary_page()
    return render_page(request, "open_data/dictionary.html", page, scopes=[SITE])


def dictionary_table(request, table_name):
    if table_name not in TABLES_BY_NAME:
        raise Http404
    page = dictionary_pages.table_page(TABLES_BY_NAME[table_name])
    return render_page(request, "open_data/dictionary_table.html", page, scopes=[SITE])


def code_lists(request):
    page = dictionary_pages.code_lists_page()
    return render_page(request, "open_data/code_lists.html", page, scopes=[SITE])


@require_safe
def all_file(request, file_name):
    return _file(request, file_name, Scope())


@require_safe
def plan_file(request, plan_slug, file_name):
    return _file(request, file_name, Scope(_plan(plan_slug)))


@require_safe
def catalogue(request):
    return file_response(request, Scope(), CATALOGUE)


def _plan(plan_slug):
    plans = Plan.objects.public().select_related("publisher", "parent", "predecessor")
    return get_object_or_404(plans, slug=plan_slug)


def _file(request, file_name, scope):
    download = download_named(file_name, scope)
    if download is None:
        raise Http404
    return file_response(request, scope, download)
