"""/api/v1/…: an address for each operation, made from the list of operations."""

from django.urls import path, register_converter

from welfare_plan.api import views
from welfare_plan.api.operations import OPERATIONS, Operation


class AnythingConverter:
    """What `path` matches, and line breaks."""

    regex = r"[\s\S]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(AnythingConverter, "anything")

# The gaps of an address, as Django's patterns write them.
_GAPS = {
    "{plan_id}": "<slug:plan_id>",
    "{target_code}": "<code:target_code>",
    "{indicator_code}": "<code:indicator_code>",
}


def _pattern(operation: Operation) -> str:
    pattern = operation.path
    for gap, written in _GAPS.items():
        pattern = pattern.replace(gap, written)
    return f"api/v1/{pattern}"


urlpatterns = [
    path("api/", views.start, name="api-start"),
    path("api/v1/", views.guide, name="api"),
    path("api/v1/docs/<slug:name>/", views.operation_page, name="api-operation"),
    path("api/v1/openapi.json", views.openapi, name="api-description"),
    *(
        path(
            _pattern(operation),
            views.operation_view(operation),
            name=f"api-{operation.name}",
        )
        for operation in OPERATIONS
    ),
    path("api/v1", views.start),
    path("api", views.start),
    # All else below is answered as the rest is, not with a page.
    path("api/<anything:rest>", views.unknown),
]
