"""The entries of the search as they can be compared before and after."""

from plans.models import SearchEntry


def entries() -> list[tuple]:
    names = [
        field.attname
        for field in SearchEntry._meta.concrete_fields
        if not field.primary_key
    ]
    return sorted(SearchEntry.objects.values_list(*names))
