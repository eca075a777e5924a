"""People in the admin: by their full name, as on the staff's screens."""

from django.contrib import admin

from plans.person_names import person_name


def person_column(name, label):
    """A text with the name of the person in the field `name`."""

    @admin.display(description=label)
    def column(record):
        person = getattr(record, name)
        return person_name(person) if person else "―"

    column.__name__ = name
    return column
