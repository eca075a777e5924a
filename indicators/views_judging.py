"""判定の見方: the page that explains every judgement."""

from django.utils import timezone

from indicators.presenters.how_we_judge import how_we_judge_page
from plans.rendering import render_page


def how_we_judge(request):
    asked = request.GET.get("plan", ""), request.GET.get("target", "")
    page = how_we_judge_page(timezone.localdate(), *asked)
    return render_page(request, "indicators/how_we_judge.html", page)
