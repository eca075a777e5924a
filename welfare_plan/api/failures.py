"""What went wrong on our side, said to programs; needs neither database nor session."""

from django.http import HttpRequest, HttpResponse

from welfare_plan.api.problems import BAD_REQUEST, FAILED, UNAVAILABLE, Problem
from welfare_plan.unavailable import RETRY_AFTER, is_passing, log_in_one_line

_API = "/api/"


def is_for_programs(request: HttpRequest) -> bool:
    """Below the API, addresses that end in a slash are pages about it, for people."""
    return request.path.startswith(_API) and not request.path.endswith("/")


def failed(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """A refusal of the database that passes is 503, all else 500."""
    if not is_passing(error):
        return Problem(FAILED, FAILED.help).response()
    headers = {"Retry-After": RETRY_AFTER}
    response = Problem(UNAVAILABLE, UNAVAILABLE.help, headers=headers).response()
    log_in_one_line(request, error, response)
    return response


def unreadable() -> HttpResponse:
    """For what Django itself refuses, such as a host that is not this site's."""
    return Problem(BAD_REQUEST, BAD_REQUEST.help).response()
