from plans.rendering import render_page
from welfare_plan.search.page import search_page


def search(request):
    return render_page(request, "search/search.html", search_page(request.GET))
