"""判定の見方: the page that explains every judgement."""

from django.utils import timezone

from indicators.presenters.how_we_judge import how_we_judge_page
from plans.rendering import render_page


def how_we_judge(request):
    page = how_we_judge_page(timezone.localdate(), request.GET)
    return render_page(request, "indicators/how_we_judge.html", page)
