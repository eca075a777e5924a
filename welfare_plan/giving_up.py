"""Answers the request that gunicorn gives up.

A worker that is silent for `timeout` seconds (welfare_plan.gunicorn) is told to end, by
SystemExit out of whatever line it is at. Left alone, the visitor would read a bare
"Internal Server Error" without any of our headers. There is about a second before the
worker is killed; what no line of ours can leave in it is answered by nginx.
"""

from welfare_plan.views import server_error


class GivingUpMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            return self.get_response(request)
        except SystemExit:
            return server_error(request)
