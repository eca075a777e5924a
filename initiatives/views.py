from initiatives.action_list.page import actions_page
from plans.rendering import render_page


def actions(request):
    return render_page(request, "initiatives/actions.html", actions_page(request.GET))
