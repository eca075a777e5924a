"""Writes down each file that somebody takes out of the staff's rooms.

Before it is sent: where the line cannot be written, the file is not given out.
"""

from welfare_plan.sign_in.idle import STAFF_ROOMS
from welfare_plan.sign_in.recording import Kind, record

# Pages, and what the admin's own pages fetch.
_NO_FILES = ("text/html", "text/javascript", "application/json")


class FilesTakenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if _is_file(request, response) and request.user.is_authenticated:
            record(request, Kind.FILE, request.user, request.path)
        return response


def _is_file(request, response):
    if not request.path_info.startswith(STAFF_ROOMS) or response.status_code != 200:
        return False
    if response.has_header("Content-Disposition"):
        return True
    return not response.headers.get("Content-Type", "").startswith(_NO_FILES)
