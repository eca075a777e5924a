"""The site with two addresses more, whose views take longer than any server waits."""

import time

from django.http import HttpResponse, StreamingHttpResponse
from django.template.loader import get_template
from django.urls import get_resolver, path

from welfare_plan.wsgi import application  # noqa: F401


def hangs(request):
    time.sleep(60)
    return HttpResponse("never")


def begins_and_hangs(request):
    def parts():
        yield b"begun"
        time.sleep(60)

    return StreamingHttpResponse(parts())


get_resolver().urlconf_module.urlpatterns[:0] = [
    path("hangs/", hangs),
    path("api/hangs", hangs),
    path("begins/", begins_and_hangs),
]
# Read before the workers are made: there is a second for it when one is given up.
get_template("503.html").render({"was_given_up": True})
