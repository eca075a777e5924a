"""Records to a file, as the admin lists them."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from plans.admin.files.formats import FORMATS
from plans.admin.files.records import home_field


def homes_of(queryset) -> list[tuple[str, str]]:
    """The plans or publishers that have records, for the choice of one."""
    name = home_field(queryset.model)
    model = queryset.model._meta.get_field(name).related_model
    keys = queryset.order_by().values_list(name, flat=True).distinct()
    return [(home.slug, str(home)) for home in model.objects.filter(pk__in=keys)]


def exported(resource, queryset, *, home: str, wanted: str) -> HttpResponse:
    """The file. Raises FileError for what the format cannot write."""
    name = home_field(queryset.model)
    if home:
        queryset = queryset.filter(**{f"{name}__slug": home})
    dataset = resource.export(resource.rows(queryset), records=resource.records)
    words = str(queryset.model._meta.verbose_name_plural)
    made = FORMATS[wanted]()
    content = made.export_data(dataset, columns=resource.columns(), sheet=words)
    response = HttpResponse(content, content_type=made.get_content_type())
    file_name = f"{words}{f'_{home}' if home else ''}.{made.get_extension()}"
    response.headers["Content-Disposition"] = content_disposition_header(
        True, file_name
    )
    return response
