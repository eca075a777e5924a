"""Sends an admin form back as a browser would, with nothing typed into it."""

from bs4 import BeautifulSoup
from django.urls import reverse


def admin_address(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def save_unchanged(client, record, **typed):
    """Open the record's change form and press its save button."""
    address = admin_address(record)
    page = BeautifulSoup(client.get(address).content, "html.parser")
    form = page.select_one("#content-main form")
    return client.post(address, {**_values(form), **typed, "_save": ""})


def _values(form):
    values = {}
    for field in form.select("[name]"):
        if field.name == "textarea":
            # A browser drops the first line break and sends the others as two bytes.
            text = field.text.removeprefix("\n")
            values[field["name"]] = text.replace("\n", "\r\n")
        elif field.name == "select":
            chosen = field.select("option[selected]")
            values[field["name"]] = [option["value"] for option in chosen]
        elif field.get("type") == "checkbox":
            if field.has_attr("checked"):
                values[field["name"]] = "on"
        elif field.get("type") != "submit":
            values[field["name"]] = field.get("value", "")
    return values
