from django.views.decorators.http import require_safe

from initiatives.action_list.page import actions_page
from plans.rendering import render_page


@require_safe
def actions(request):
    return render_page(request, "initiatives/actions.html", actions_page(request.GET))
