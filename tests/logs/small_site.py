"""A site that fails where it is told to, for gunicorn to serve."""

from welfare_plan.request_ids import with_request_ids


def _pages(environ, start_response):
    if environ["PATH_INFO"] == "/fails":
        raise ValueError("no page")
    start_response("200 OK", [("Content-Length", "2")])
    if environ["PATH_INFO"] == "/breaks-off":
        raise ValueError("no more")
    return [b"ok"]


application = with_request_ids(_pages)
