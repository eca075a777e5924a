"""What the list of initiatives is narrowed by: departments and themes in one query."""

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from initiatives.models import Department
from plans.admin.short_filters import ShortRelatedFilter, unless_too_many
from plans.admin.themes import ThemeFilter
from plans.models import Theme
from plans.parts import fetch_parts, part
from plans.places import MOST_OPTIONS


class DepartmentFilter(ShortRelatedFilter):
    """The departments by publisher and code."""

    def field_choices(self, field, request, model_admin):
        rows = _choices(request)["department"]
        return unless_too_many([(row["id"], row["name"]) for row in rows])


class ThemeBesideDepartments(ThemeFilter):
    """The themes of every list, without a query of their own."""

    def lookups(self, request, model_admin):
        return [(row["code"], row["name"]) for row in _choices(request)["theme"]]


def _choices(request):
    """The rows of both filters, read by the first that asks during a request."""
    if not hasattr(request, "initiative_choices"):
        request.initiative_choices = fetch_parts(_departments(), _themes())
    return request.initiative_choices


def _departments():
    # Any one too many will do: none is named then.
    few = Department.objects.order_by().values("pk")[: MOST_OPTIONS + 1]
    place = Window(RowNumber(), order_by=("publisher__slug", "code"))
    departments = Department.objects.filter(pk__in=few).annotate(position=place)
    return part("department", departments, id="id", name="name")


def _themes():
    return part("theme", Theme.objects.annotate(code=F("slug")), name="name")
